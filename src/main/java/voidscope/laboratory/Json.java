package voidscope.laboratory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Settings;
import voidscope.catalogue.Value;

/// Writes one JSON value in UTF-8; what is not finite is written as null.
public final class Json implements AutoCloseable {
  private final JsonGenerator generator;

  /// @param stream flushed, not closed
  public Json(OutputStream stream) throws IOException {
    generator = new JsonFactory().createGenerator(stream);
    generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    generator.setPrettyPrinter(
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
  }

  /// The body of an object or array.
  @FunctionalInterface
  public interface Body {
    void write() throws IOException;
  }

  public void object(@Nullable String key, Body body) throws IOException {
    name(key);
    generator.writeStartObject();
    body.write();
    generator.writeEndObject();
  }

  public void array(String key, Body body) throws IOException {
    name(key);
    generator.writeStartArray();
    body.write();
    generator.writeEndArray();
  }

  public void text(@Nullable String key, String value) throws IOException {
    name(key);
    generator.writeString(value);
  }

  public void number(@Nullable String key, double value) throws IOException {
    name(key);
    if (!Double.isFinite(value)) {
      generator.writeNull();
    } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      generator.writeNumber((long) value);
    } else {
      generator.writeNumber(value);
    }
  }

  void whole(String key, long value) throws IOException {
    generator.writeNumberField(key, value);
  }

  public void flag(String key, boolean value) throws IOException {
    generator.writeBooleanField(key, value);
  }

  /// Values as files write them: choices by name, flags as true or false.
  void settings(Settings settings) throws IOException {
    for (var parameter : settings.parameters()) {
      value(parameter.key(), parameter, settings.value(parameter.key()));
    }
  }

  /// A value as files write it.
  public void value(String key, Parameter parameter, Value value) throws IOException {
    switch (value) {
      case Value.Real(double number) -> number(key, number);
      case Value.Whole(long number) -> whole(key, number);
      case Value.Flag(boolean on) -> flag(key, on);
      case Value.Choice _, Value.Text _, Value.File _ -> text(key, parameter.format(value));
    }
  }

  private void name(@Nullable String key) throws IOException {
    if (key != null) {
      generator.writeFieldName(key);
    }
  }

  @Override
  public void close() throws IOException {
    generator.writeRaw('\n');
    generator.close();
  }
}
