package voidscope.ui.model;

/// Something that the user is to know: what, why, what to do.
///
/// @param kind how grave it is
/// @param title what happened
/// @param detail why, and what to do
/// @param remedy what a button beside it does; [Remedy#NONE] for no button
public record Message(Kind kind, String title, String detail, Remedy remedy) {
  /// How grave it is.
  public enum Kind {
    /// It went well.
    SUCCESS,
    /// What was asked for: it stays, to be read and copied.
    RESULT,
    /// It is worth a look.
    WARNING,
    /// It failed.
    FAILURE
  }

  /// What can be done about it.
  ///
  /// @param label text of the button
  /// @param action what it does
  public record Remedy(String label, Runnable action) {
    /// Nothing.
    public static final Remedy NONE = new Remedy("", () -> {});
  }

  public static Message success(String title, String detail) {
    return new Message(Kind.SUCCESS, title, detail, Remedy.NONE);
  }

  public static Message failure(String title, String detail) {
    return new Message(Kind.FAILURE, title, detail, Remedy.NONE);
  }
}
