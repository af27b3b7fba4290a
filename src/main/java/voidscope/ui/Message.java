package voidscope.ui;

/// Something that the user is to know: what, why, what to do.
///
/// @param kind how grave it is
/// @param title what happened
/// @param detail why, and what to do
/// @param remedy what a button beside it does; [Remedy#NONE] for no button
record Message(Kind kind, String title, String detail, Remedy remedy) {
  /// How grave it is.
  enum Kind {
    /// It went well.
    SUCCESS,
    /// It is worth a look.
    WARNING,
    /// It failed.
    FAILURE
  }

  /// What can be done about it.
  ///
  /// @param label text of the button
  /// @param action what it does
  record Remedy(String label, Runnable action) {
    /// Nothing.
    static final Remedy NONE = new Remedy("", () -> {});
  }

  static Message success(String title, String detail) {
    return new Message(Kind.SUCCESS, title, detail, Remedy.NONE);
  }

  static Message failure(String title, String detail) {
    return new Message(Kind.FAILURE, title, detail, Remedy.NONE);
  }
}
