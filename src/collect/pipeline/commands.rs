//! Known commands, and what running them shows. Data only: a command is one word of a list.

use super::tools::{
    BILL_OF_MATERIALS, CODE_SCAN, DEPENDENCY_SCAN, DEPLOY, IMAGE_BUILD, IMAGE_SCAN, INFRASTRUCTURE_APPLY,
    INFRASTRUCTURE_PLAN, INFRASTRUCTURE_SCAN, PUBLISH, RELEASE, SECRET_SCAN, SIGNING, TEST_CLUSTER, TESTS,
};

/// The beginnings of commands, by what they do. Options may stand between the words; a star ends an open word.
#[rustfmt::skip]
pub(crate) const COMMANDS: &[(&str, &[&str])] = &[
    (TESTS, &[
        "npm test", "npm t", "npm run test*", "yarn test*", "yarn run test*", "pnpm test*", "pnpm run test*",
        "bun test", "deno test", "jest", "vitest", "mocha", "karma start", "ng test", "playwright test",
        "cypress run", "nx test", "turbo test", "turbo run test", "lerna run test", "go test", "gotestsum",
        "ginkgo", "cargo test", "cargo nextest", "pytest", "py.test", "tox", "nox", "unittest", "manage.py test",
        "python manage.py test", "python -m unittest", "python setup.py test", "mvn test", "mvn verify",
        "mvn package", "mvn install", "mvn clean verify", "mvn clean test", "mvn clean install",
        "mvn clean package", "mvnw test", "mvnw verify", "mvnw package", "mvnw install", "mvnw clean verify",
        "gradle test", "gradle check", "gradle build", "gradlew test", "gradlew check", "gradlew build",
        "gradlew clean build", "sbt test", "dotnet test", "phpunit", "composer test", "composer run test*", "pest",
        "rspec", "rake test", "rake spec", "rake", "rails test", "mix test", "swift test", "xcodebuild test",
        "flutter test", "dart test", "ctest", "meson test", "bazel test", "bazelisk test", "zig build test", "bats",
        "helm unittest", "helm test", "ct install", "ct lint-and-install", "terraform test", "tofu test",
        "terratest", "molecule test", "make test*", "make check", "make unit*", "make e2e*", "just test*",
        "task test*", "invoke test*", "mage test*", "conftest verify", "opa test",
    ]),
    (CODE_SCAN, &[
        "codeql database analyze", "semgrep ci", "semgrep scan", "semgrep", "opengrep", "bandit", "gosec",
        "brakeman", "njsscan", "sonar-scanner", "dotnet sonarscanner", "mvn sonar:sonar", "gradlew sonar*",
        "snyk code test", "horusec", "security-scan",
    ]),
    (DEPENDENCY_SCAN, &[
        "npm audit", "yarn audit", "yarn npm audit", "pnpm audit", "audit-ci", "better-npm-audit", "pip-audit",
        "pip_audit", "safety check", "safety scan", "cargo audit", "cargo deny", "govulncheck", "nancy",
        "osv-scanner", "bundle audit", "bundle-audit", "bundler-audit", "composer audit", "snyk test",
        "snyk monitor", "dependency-check.sh", "mvn org.owasp:dependency-check*", "mvn dependency-check:*",
        "gradlew dependencyCheck*", "dotnet list package --vulnerable", "trivy fs", "trivy filesystem",
        "trivy repo", "grype dir:*", "mix deps.audit", "retire",
    ]),
    (SECRET_SCAN, &[
        "gitleaks", "trufflehog", "detect-secrets", "ggshield", "git secrets", "git-secrets", "whispers",
        "noseyparker",
    ]),
    (INFRASTRUCTURE_SCAN, &[
        "checkov", "tfsec", "kics scan", "terrascan scan", "trivy config", "trivy conf", "conftest test",
        "snyk iac test", "kube-linter lint", "kube-score score", "kubesec scan", "kubescape scan", "polaris audit",
        "cfn_nag_scan", "cfn-guard validate", "kyverno apply", "gapcheck scan", "regula run",
    ]),
    (IMAGE_SCAN, &[
        "trivy image", "grype", "docker scout cves", "docker scout quickview", "docker scan", "snyk container test",
        "snyk container monitor", "dockle",
    ]),
    (BILL_OF_MATERIALS, &[
        "syft", "cyclonedx*", "cdxgen", "npm sbom", "cargo cyclonedx", "cargo sbom", "docker sbom", "bom generate",
        "sbom-tool generate", "docker scout sbom",
    ]),
    (SIGNING, &[
        "cosign sign*", "cosign attest*", "gpg --detach-sign", "gpg --sign", "gpg --clearsign",
        "gpg --armor --detach-sign", "minisign", "signtool sign", "codesign", "notation sign", "sigstore sign",
        "npm publish --provenance", "dpkg-sig", "rpm --addsign", "jarsigner", "twine upload --sign",
    ]),
    (INFRASTRUCTURE_PLAN, &[
        "terraform plan", "tofu plan", "terragrunt plan", "terragrunt run-all plan", "pulumi preview", "cdk diff",
    ]),
    (INFRASTRUCTURE_APPLY, &[
        "terraform apply", "tofu apply", "terragrunt apply", "terragrunt run-all apply", "pulumi up", "cdk deploy",
    ]),
    (DEPLOY, &[
        "terraform apply", "tofu apply", "terragrunt apply", "terragrunt run-all apply", "pulumi up", "cdk deploy",
        "kubectl apply", "kubectl set image", "kubectl rollout restart", "helm upgrade", "helm install",
        "helmfile apply", "helmfile sync", "skaffold run", "skaffold deploy", "argocd app sync",
        "serverless deploy", "sls deploy", "sam deploy", "aws cloudformation deploy", "aws ecs update-service",
        "aws lambda update-function-code", "aws s3 sync", "gcloud run deploy", "gcloud app deploy",
        "gcloud functions deploy", "az webapp deploy*", "az deployment group create", "az functionapp deployment",
        "flyctl deploy", "fly deploy", "vercel deploy", "netlify deploy", "firebase deploy", "wrangler deploy",
        "wrangler publish", "heroku container:release", "ansible-playbook", "eb deploy", "copilot deploy",
        "cap production deploy",
    ]),
    (IMAGE_BUILD, &[
        "docker build", "docker buildx build", "docker image build", "podman build", "buildah bud", "buildah build",
        "kaniko", "docker compose build", "docker-compose build", "skaffold build", "executor --context",
        "gcloud builds submit", "pack build", "ko build",
    ]),
    (PUBLISH, &[
        "docker push", "docker buildx build --push", "podman push", "helm push", "crane push", "oras push",
        "npm publish", "yarn publish", "yarn npm publish", "pnpm publish", "lerna publish", "twine upload",
        "poetry publish", "uv publish", "flit publish", "hatch publish", "cargo publish", "gem push", "mvn deploy",
        "mvn clean deploy", "mvnw deploy", "gradlew publish*", "gradle publish*", "dotnet nuget push", "nuget push",
        "goreleaser release", "vsce publish", "jf rt upload", "gh release upload",
    ]),
    (RELEASE, &[
        "gh release create", "semantic-release", "cargo release",
    ]),
    (TEST_CLUSTER, &[
        "kind create cluster", "minikube start", "k3d cluster create",
    ]),
];

/// Commands that run something written elsewhere, whose name alone does not tell what.
pub(crate) const OPAQUE_COMMANDS: &[&str] = &[
    "make",
    "just",
    "task",
    "mage",
    "invoke",
    "npm run",
    "npm run-script",
    "yarn",
    "yarn run",
    "pnpm run",
    "pnpm",
    "bash",
    "sh",
    "pre-commit run",
    "docker run",
    "docker compose run",
    "docker-compose run",
    "nx",
    "turbo",
    "lerna run",
    "bazel run",
    "python",
    "python3",
    "node",
    "ruby",
    "php",
    "pwsh",
    "powershell",
    "tox",
    "nox",
    "earthly",
    "dagger",
    "act",
    "hatch run",
];
