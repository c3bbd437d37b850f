//! An assessment to bytes, one file a format. Computes nothing.
