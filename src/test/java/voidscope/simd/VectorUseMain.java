package voidscope.simd;

/// Prints whether vectors are in use in this JVM, and the sentence that tells it.
final class VectorUseMain {
  private VectorUseMain() {}

  /// No arguments.
  public static void main(String[] arguments) {
    System.out.println(VectorUse.inUse() + " " + VectorUse.sentence());
  }
}
