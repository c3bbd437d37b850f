//! What a pipeline can be seen to run, by name.

pub(crate) const TESTS: &str = "tests";
pub(crate) const CODE_SCAN: &str = "code_scan";
pub(crate) const DEPENDENCY_SCAN: &str = "dependency_scan";
pub(crate) const SECRET_SCAN: &str = "secret_scan";
pub(crate) const INFRASTRUCTURE_SCAN: &str = "infrastructure_scan";
pub(crate) const IMAGE_SCAN: &str = "image_scan";
pub(crate) const BILL_OF_MATERIALS: &str = "bill_of_materials";
pub(crate) const SIGNING: &str = "signing";
pub(crate) const INFRASTRUCTURE_PLAN: &str = "infrastructure_plan";
pub(crate) const INFRASTRUCTURE_APPLY: &str = "infrastructure_apply";
pub(crate) const IMAGE_BUILD: &str = "image_build";
pub(crate) const DEPLOY: &str = "deploy";
pub(crate) const PUBLISH: &str = "publish";
pub(crate) const RELEASE: &str = "release";
/// A throw-away cluster: what is deployed into it is a test.
pub(crate) const TEST_CLUSTER: &str = "test_cluster";

/// What a script or workflow that cannot be looked into may do as well.
pub(crate) const HIDEABLE: &[&str] = &[
    TESTS,
    CODE_SCAN,
    DEPENDENCY_SCAN,
    SECRET_SCAN,
    INFRASTRUCTURE_SCAN,
    IMAGE_SCAN,
    BILL_OF_MATERIALS,
    SIGNING,
    INFRASTRUCTURE_PLAN,
];

/// What looks for faults, and is worth little where its result changes nothing.
pub(crate) const CHECKS: &[&str] = &[TESTS, CODE_SCAN, DEPENDENCY_SCAN, SECRET_SCAN, INFRASTRUCTURE_SCAN, IMAGE_SCAN];

/// What a pipeline does to the outside.
pub(crate) const ACTS: &[&str] = &[INFRASTRUCTURE_APPLY, IMAGE_BUILD, DEPLOY, PUBLISH, RELEASE];

/// When an action's line in the table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    Always,
    /// An input is set, to anything but `false`.
    Input(&'static str),
    /// An input is not set.
    Absent(&'static str),
    /// An input holds a word.
    InputHas(&'static str, &'static str),
    /// An input is absent or holds a word.
    InputAbsentOrHas(&'static str, &'static str),
}
