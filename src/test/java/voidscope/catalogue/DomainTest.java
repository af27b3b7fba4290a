package voidscope.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What parameters may be set to.
class DomainTest {
  private static final Domain REAL = new Domain.Real(-1, 1e300, Scale.LINEAR);
  private static final Domain WHOLE = new Domain.Whole(0, 0x1p53, Scale.LINEAR);
  private static final Domain FILE = new Domain.File(List.of("mnist"));
  private static final Domain TEXT = new Domain.Text(20);

  private static void readsBack(Domain domain, Value value, String text, Object plain) {
    assertTrue(domain.accepts(value));
    assertEquals(text, domain.format(value));
    assertEquals(value, domain.parse(text));
    assertEquals(value, domain.read(plain));
  }

  @Test
  void format_readsBack_ofEveryKind() {
    readsBack(REAL, new Value.Real(.1), "0.1", .1);
    readsBack(REAL, new Value.Real(5), "5", 5L);
    readsBack(REAL, new Value.Real(1e300), "1.0E300", 1e300);
    readsBack(WHOLE, new Value.Whole(0x1fffffffffffffL), "9007199254740991", 0x1fffffffffffffL);
    readsBack(WHOLE, new Value.Whole(12), "12", 12.0);
    readsBack(new Domain.Flag(), new Value.Flag(true), "true", true);
    readsBack(new Domain.Choice(List.of("a", "b")), new Value.Choice("b"), "b", "b");
    readsBack(TEXT, new Value.Text("(b - t)^2 \" \\"), "(b - t)^2 \" \\", "(b - t)^2 \" \\");
    readsBack(new Domain.Steps(4), new Value.Text("30 300"), "30 300", "30, 300");
    readsBack(new Domain.Steps(4), new Value.Text(""), "", " ");
    readsBack(FILE, new Value.Choice("mnist"), "mnist", "mnist");
    readsBack(FILE, new Value.File("mnist.gz"), "mnist.gz", "mnist.gz");
    assertEquals(new Value.Real(0), REAL.parse("-0"));
  }

  @Test
  void read_refusesWhatIsOutside_orOfAnotherKind() {
    for (Object no : List.of(-2L, 2e300, Double.NaN, "0.5", true, 0x1fffffffffffffL * 2 + 1)) {
      assertNull(new Domain.Real(-1, 1, Scale.LINEAR).read(no), no.toString());
    }
    for (Object no : List.of(-1L, .5, 1e17, "5", false)) {
      assertNull(WHOLE.read(no), no.toString());
    }
    assertNull(new Domain.Flag().read(1L));
    assertNull(new Domain.Choice(List.of("a")).read("b"));
    for (String no : List.of("1 2 3 4", "0", "-3", "3 2", "2 2", "1.5", "1e3", "a", "NaN")) {
      assertNull(new Domain.Steps(3).read(no), no);
    }
    assertNull(FILE.read(""));
    assertNull(TEXT.read("two\nlines"));
    assertNull(TEXT.read("longer than twenty letters"));
    assertFalse(FILE.accepts(new Value.File("mnist")));
    for (Domain domain : List.of(REAL, WHOLE, FILE, TEXT, new Domain.Flag())) {
      assertNull(domain.read(null));
      assertFalse(domain.accepts(new Value.Choice("none")));
    }
  }

  @Test
  void with_refusesAValueThatIsNotAllowed_namingTheKey() {
    Parameter width = Parameter.integer("width", "", "width", 1, 256, Scale.LOG, 10, "Units.");
    Parameter form = Parameter.choice("form", "form", List.of("free", "tied"), "Its form.");
    Settings settings = Settings.defaults(List.of(width, form));
    assertEquals(12, settings.with("width", 12).integer("width"));
    assertEquals("tied", settings.with("form", new Value.Choice("tied")).text("form"));
    for (double no : new double[] {0, 1.5, 257, Double.NaN}) {
      var refused = assertThrows(IllegalArgumentException.class, () -> settings.with("width", no));
      assertTrue(
          String.valueOf(refused.getMessage())
              .startsWith("width: expected a whole number from 1 to 256"));
    }
    assertThrows(IllegalArgumentException.class, () -> settings.with("form", 1));
    assertThrows(
        IllegalArgumentException.class, () -> settings.with("form", new Value.Choice("other")));
    assertThrows(IllegalArgumentException.class, () -> settings.with("none", 1));
  }
}
