package voidscope.estimator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What an estimator learns, φ: one flat array with named spans. Owned by one thread at a time.
public final class State {
  private final float[] values;
  private final List<Span> spans;

  private State(float[] values, List<Span> spans) {
    this.values = values;
    this.spans = spans;
  }

  /// A named part of the array.
  ///
  /// @param name what it holds
  /// @param from first index
  /// @param to index past the last
  /// @param trained whether an optimizer moves it along the gradient that `adapt` gives
  public record Span(String name, int from, int to, boolean trained) {
    /// Number of values.
    public int length() {
      return to - from;
    }
  }

  /// Lays out spans one behind the other.
  public static final class Layout {
    private final List<Span> spans = new ArrayList<>();
    private int length;

    /// Appends a span.
    public Layout span(String name, int count, boolean trained) {
      spans.add(new Span(name, length, length + count, trained));
      length += count;
      return this;
    }

    /// A state of zeros.
    public State allocate() {
      return new State(new float[length], new ArrayList<>(spans));
    }
  }

  /// A copy with a further span of zeros behind it.
  State with(String name, int count, boolean trained) {
    int length = values.length;
    List<Span> all = new ArrayList<>(spans);
    all.add(new Span(name, length, length + count, trained));
    return new State(Arrays.copyOf(values, length + count), all);
  }

  /// The values; writable by the owner.
  public float[] values() {
    return values;
  }

  /// The spans, in order.
  public List<Span> spans() {
    return spans;
  }

  /// The span of a name, if there is one.
  public Optional<Span> find(String name) {
    return spans.stream().filter(span -> span.name().equals(name)).findFirst();
  }

  /// Index of the first value of a span.
  ///
  /// @throws IllegalArgumentException if there is none of this name
  public int at(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("no span \"" + name + "\""))
        .from();
  }

  /// How many values an optimizer moves.
  public int trained() {
    return spans.stream().filter(Span::trained).mapToInt(Span::length).sum();
  }

  /// Says whether an optimizer moves a span.
  public void train(String name, boolean trained) {
    spans.replaceAll(
        span -> span.name().equals(name) ? new Span(name, span.from(), span.to(), trained) : span);
  }

  /// A copy that shares nothing.
  public State copy() {
    return new State(values.clone(), new ArrayList<>(spans));
  }
}
