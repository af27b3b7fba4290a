package voidscope;

/// Starts the program.
public final class Main {
  private Main() {}

  /// Entry point.
  public static void main(String[] args) {
    System.out.println("voidscope " + args.length);
  }
}
