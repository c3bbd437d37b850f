# METADATA
# title: Secrets are renewed on a schedule
# description: A secret that leaks unnoticed is worthless after the next renewal.
# custom:
#   id: secret-rotates
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: primary, because: secrets are renewed on a schedule}
#     - {id: CC6.2, aspect: standing-credentials, strength: supporting, because: credentials do not stand without end}
#   tests: design
#   reads: [form, rotation, rotation_days]
#   remediation:
#     cloudformation: "add an `AWS::SecretsManager::RotationSchedule`"
#     terraform: "add an `aws_secretsmanager_secret_rotation`, or a `rotation` block on `google_secret_manager_secret`"
#   aliases:
#     checkov: [CKV2_AWS_57, CKV_AWS_304]
#     prowler: [secretsmanager_automatic_rotation_enabled, secretmanager_secret_rotation_enabled,
#       secretsmanager_secret_rotated_periodically]
#     powerpipe: [secretsmanager_secret_automatic_rotation_enabled]
#   since: "0.1.0"
package gapcheck.secret.rotates

parameters := {"days": 90}

subjects contains secret.id if {
	some secret in input.secret
	secret.form == "secret"
	secret.provider in {"aws", "google"}
}

deny contains {"subject": secret.id, "path": ["rotation"], "message": message} if {
	some secret in input.secret
	secret.form == "secret"
	secret.provider in {"aws", "google"}
	not secret.rotation
	message := sprintf("%s is never renewed", [secret.name])
}

deny contains {"subject": secret.id, "path": ["rotation_days"], "message": message} if {
	some secret in input.secret
	secret.form == "secret"
	secret.provider in {"aws", "google"}
	secret.rotation_days > parameters.days
	message := sprintf("%s is renewed every %d days only", [secret.name, secret.rotation_days])
}
