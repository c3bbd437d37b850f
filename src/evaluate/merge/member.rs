//! An assessment as one of several: it and its findings say of which repository they are.

use crate::model::Assessment;

use super::error::MergeError;

/// The assessment of one repository, under a name that no other of them has. Its places are its own still.
#[derive(Clone, Debug)]
pub struct Member {
    pub(super) assessment: Assessment,
    pub(super) name: String,
}

impl Member {
    /// Names the repository of an assessment and of each of its findings.
    pub fn new(mut assessment: Assessment, name: &str) -> Result<Self, MergeError> {
        if assessment.repositories.len() > 1 {
            return Err(MergeError::Merged);
        }
        let summary = assessment.summary(name);
        let fixed = assessment.comparison.iter_mut().flat_map(|it| &mut it.fixed);
        for it in assessment.findings.iter_mut().chain(fixed) {
            it.repository = Some(name.to_owned());
        }
        assessment.repositories = vec![summary];
        Ok(Self { assessment, name: name.to_owned() })
    }

    pub fn assessment(&self) -> &Assessment {
        &self.assessment
    }
}
