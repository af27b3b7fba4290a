package voidscope.problem;

/// What is wrong with a value of a problem, beyond what its own domain can tell.
///
/// @param key of the parameter
/// @param at character of its text at which it is wrong, counted from 0
/// @param expectation what was expected
/// @param found what stands there, or what comes of it
public record Objection(String key, int at, String expectation, String found) {
  /// All of it in a line.
  public String words() {
    return "expected " + expectation + " at character " + (at + 1) + ", found " + found;
  }
}
