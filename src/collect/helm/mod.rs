//! Helm charts: rendered in process, each value traced to the template line and the value that made it.

mod chart;
mod collector;
mod functions;
mod ignores;
mod language;
mod release;
mod render;
mod set;
mod subcharts;
mod tracing;
mod values;

pub(super) use collector::COLLECTOR;
