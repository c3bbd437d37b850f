//! CloudFormation and SAM: templates to evaluated resources, and these to the kinds that Terraform's resources make.

mod attributes;
mod aws;
mod collector;
mod evaluate;
mod events;
mod evidence;
mod given;
mod loops;
mod serverless;
mod template;
mod translate;
mod translation;
mod words;

pub(crate) use collector::COLLECTOR;
