package voidscope.library;

/// Prints where the JVM that it is run in keeps runs.
final class PrintedPlace {
  private PrintedPlace() {}

  public static void main(String[] arguments) {
    System.out.println(LibraryPlace.here().orElseThrow());
  }
}
