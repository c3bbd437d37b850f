//! All that knows Rego: annotations, bundles, the engine, policy tests and coverage. Only this folder names regorus.
