"""A made-up library of directives, as like a ministry's as the benchmarks need it, the same for the same size."""
