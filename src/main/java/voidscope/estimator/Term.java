package voidscope.estimator;

/// One term of an estimate, ĝ = Σ sign · term.
///
/// @param name what it is
/// @param sign 1 or −1
public record Term(String name, int sign) {}
