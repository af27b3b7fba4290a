package voidscope.ui.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import voidscope.Toolkit;
import voidscope.simd.VectorUse;
import voidscope.ui.model.Message;

final class VectorNoteTest {
  private final ObjectProperty<@Nullable Message> message = new SimpleObjectProperty<>();

  @Test
  void vectors_areToldInTheTooltipAlone() {
    Label line = Toolkit.onFx(Label::new);
    Toolkit.runFx(() -> VectorNote.put(line, () -> message));
    Toolkit.until(() -> line.getTooltip() != null);
    assertEquals(VectorUse.sentence(), line.getTooltip().getText());
    assertEquals(VectorUse.inUse(), message.get() == null);
  }

  /// Which tiles are the fastest is found out while the window is open.
  @Test
  void tooltip_tellsWhatWasFoundOutSince() {
    Label line = Toolkit.onFx(Label::new);
    Toolkit.runFx(() -> VectorNote.tell(line, () -> message, true, "what was known before"));
    Toolkit.runFx(() -> line.getTooltip().getOnShowing().handle(null));
    assertEquals(VectorUse.sentence(), line.getTooltip().getText());
  }

  @Test
  void noVectors_areToldWithTheReason() {
    Label line = Toolkit.onFx(Label::new);
    Toolkit.runFx(() -> VectorNote.tell(line, () -> message, true, "all is well"));
    assertNull(message.get());
    Toolkit.runFx(() -> VectorNote.tell(line, () -> message, false, "as of this and that"));
    Message told = Objects.requireNonNull(message.get());
    assertEquals(Message.Kind.WARNING, told.kind());
    assertEquals("as of this and that", told.detail());
    assertEquals("as of this and that", line.getTooltip().getText());
  }
}
