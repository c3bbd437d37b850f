//! Signatures by SSH keys, as `ssh-keygen -Y sign` makes and `ssh-keygen -Y verify` checks them (PROTOCOL.sshsig).

use camino::Utf8Path;
use ssh_key::{HashAlg, LineEnding, PrivateKey, PublicKey, SshSig};

use crate::cli::failure::Failure;

/// What our signatures are for: one made for something else is not taken.
pub(super) const NAMESPACE: &str = "gapcheck-bundle";

/// Signs a statement with the private key in a file.
#[expect(clippy::disallowed_methods, reason = "the key is named on the command line and read nowhere else")]
pub(super) fn sign(key: &Utf8Path, statement: &[u8]) -> Result<String, Failure> {
    let off = |reason: String| Failure::Usage(format!("cannot sign with {key}: {reason}"));
    let text = std::fs::read_to_string(key).map_err(|it| off(it.to_string()))?;
    let private = PrivateKey::from_openssh(text.as_bytes()).map_err(|_| {
        off("it is no private key of OpenSSH that this program knows (Ed25519 or ECDSA P-256)".to_owned())
    })?;
    if private.is_encrypted() {
        let words = "it is locked with a passphrase; sign statement.json with `ssh-keygen -Y sign -n gapcheck-bundle`, \
                     or name a key without one";
        return Err(off(words.to_owned()));
    }
    let signature = private.sign(NAMESPACE, HashAlg::Sha512, statement);
    let pem = signature.and_then(|it| it.to_pem(LineEnding::LF)).map_err(|it| off(it.to_string()))?;
    Ok(if pem.ends_with('\n') { pem } else { pem + "\n" })
}

/// The key that made a signature of the statement. An error says why it is none.
pub(super) fn signer(signature: &[u8], statement: &[u8]) -> Result<PublicKey, String> {
    let read = SshSig::from_pem(signature).map_err(|_| "the signature cannot be read".to_owned())?;
    if read.namespace() != NAMESPACE {
        return Err(format!("the signature was made for `{}`, and not for `{NAMESPACE}`", shown(read.namespace())));
    }
    let key = PublicKey::from(read.public_key().clone());
    key.verify(NAMESPACE, statement, &read).map_err(|_| {
        let kind = key.algorithm();
        format!("the signature is not one of the statement by the {} key that it names", kind.as_str())
    })?;
    Ok(key)
}

fn shown(text: &str) -> String {
    text.chars().take(60).map(|it| if it.is_control() { '?' } else { it }).collect()
}
