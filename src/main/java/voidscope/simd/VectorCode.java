package voidscope.simd;

import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessFlag;
import java.util.function.Consumer;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// The calls to vectors that a kernel which is written at run time is made of. Each such kernel is
/// the straight code that a person would write out, with a local variable for every register.
///
/// All calls are to the vectors themselves, and what comes out of a loop is an argument, not a
/// receiver: its exact type is lost there, and a call on it would be virtual.
final class VectorCode {
  static final ClassDesc FLOATS = CD_float.arrayType();

  private static final int L = Lanes.LENGTH;

  private static final ClassDesc LANES = described(Lanes.class);
  private static final ClassDesc CROSSING = described(Crossing.class);
  private static final ClassDesc VECTOR = described(FloatVector.class);
  private static final ClassDesc ANY = described(Vector.class);
  private static final ClassDesc MASK = described(VectorMask.class);
  private static final ClassDesc SHUFFLE = described(VectorShuffle.class);
  private static final ClassDesc SPECIES = described(VectorSpecies.class);
  private static final ClassDesc OPERATORS = described(VectorOperators.class);
  private static final ClassDesc COMPARISON = described(VectorOperators.Comparison.class);

  private static final MethodTypeDesc FROM_ARRAY =
      MethodTypeDesc.of(VECTOR, SPECIES, FLOATS, CD_int);
  private static final MethodTypeDesc INTO_ARRAY = MethodTypeDesc.of(CD_void, FLOATS, CD_int);
  private static final MethodTypeDesc BROADCAST = MethodTypeDesc.of(VECTOR, SPECIES, CD_float);
  private static final MethodTypeDesc FMA = MethodTypeDesc.of(VECTOR, ANY, ANY);
  private static final MethodTypeDesc ADD = MethodTypeDesc.of(VECTOR, ANY);
  private static final MethodTypeDesc COMPARE = MethodTypeDesc.of(MASK, COMPARISON, CD_float);
  private static final MethodTypeDesc BLEND = MethodTypeDesc.of(VECTOR, ANY, MASK);
  private static final MethodTypeDesc REARRANGE = MethodTypeDesc.of(VECTOR, SHUFFLE);
  private static final MethodTypeDesc SELECT = MethodTypeDesc.of(VECTOR, ANY, ANY);

  private final CodeBuilder code;

  private VectorCode(CodeBuilder code) {
    this.code = code;
  }

  /// A kernel: an object of a new class whose one method is written by the body.
  ///
  /// @param type an interface with a method `run`
  /// @param name of the class, as the compiler's directive has it
  static <T> T kernel(
      Class<T> type, String name, MethodTypeDesc method, Consumer<VectorCode> body) {
    byte[] bytes =
        ClassFile.of()
            .build(
                ClassDesc.of("voidscope.simd." + name),
                made -> {
                  made.withFlags(AccessFlag.FINAL, AccessFlag.SYNTHETIC)
                      .withInterfaceSymbols(described(type));
                  made.withMethodBody(
                      ConstantDescs.INIT_NAME,
                      ConstantDescs.MTD_void,
                      ClassFile.ACC_PUBLIC,
                      code ->
                          code.aload(0)
                              .invokespecial(
                                  ConstantDescs.CD_Object,
                                  ConstantDescs.INIT_NAME,
                                  ConstantDescs.MTD_void)
                              .return_());
                  made.withMethodBody(
                      "run",
                      method,
                      ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL,
                      code -> {
                        body.accept(new VectorCode(code));
                        code.return_();
                      });
                });
    try {
      return type.cast(
          MethodHandles.lookup()
              .defineHiddenClass(bytes, true)
              .lookupClass()
              .getConstructor()
              .newInstance());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("A " + name + " of " + L + " lanes", e);
    }
  }

  private static ClassDesc described(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  /// For what is not a vector's.
  CodeBuilder plain() {
    return code;
  }

  /// → species.
  void species() {
    code.getstatic(LANES, "FLOAT", SPECIES);
  }

  /// species, array, index → vector.
  void fromArray() {
    code.invokestatic(VECTOR, "fromArray", FROM_ARRAY);
  }

  /// vector, array, index → .
  void intoArray() {
    code.invokevirtual(VECTOR, "intoArray", INTO_ARRAY);
  }

  /// → a vector of zeros.
  void zero() {
    species();
    code.fconst_0();
    broadcast();
  }

  /// species, number → vector.
  void broadcast() {
    code.invokestatic(VECTOR, "broadcast", BROADCAST);
  }

  /// x, y, z → x·y + z.
  void fma() {
    code.invokevirtual(VECTOR, "fma", FMA);
  }

  /// x, y → x + y.
  void add() {
    code.invokevirtual(VECTOR, "add", ADD);
  }

  /// → 0, 1, 2, … and the comparison with the number that follows.
  void lanesFrom() {
    code.getstatic(LANES, "IOTA", VECTOR);
    code.getstatic(OPERATORS, "GE", COMPARISON);
  }

  /// What [#lanesFrom] left, whole number → the lanes from that one on.
  void mask() {
    code.i2f().invokevirtual(VECTOR, "compare", COMPARE);
  }

  /// x, y, mask → y where it is set, else x.
  void blend() {
    code.invokevirtual(VECTOR, "blend", BLEND);
  }

  /// Exchanges the lanes of x whose index has a bit for those of y whose index lacks it, by the
  /// means that the width of the registers has.
  ///
  /// @param bit 1, 2, 4 or 8
  /// @param x a local variable
  /// @param y another
  /// @param lower becomes the lanes of both whose index lacks the bit; may be x or y
  /// @param upper becomes those that have it; may be x or y
  /// @param spare another variable, which is overwritten
  void cross(int bit, int x, int y, int lower, int upper, int spare) {
    if (L == Lanes.VIRTUAL) {
      code.getstatic(CROSSING, "LOWER_" + bit, VECTOR).aload(x).aload(y);
      code.invokevirtual(VECTOR, "selectFrom", SELECT).astore(spare);
      code.getstatic(CROSSING, "UPPER_" + bit, VECTOR).aload(x).aload(y);
      code.invokevirtual(VECTOR, "selectFrom", SELECT).astore(upper);
    } else {
      code.aload(x).aload(y).getstatic(CROSSING, "SWAP_" + bit, SHUFFLE);
      code.invokevirtual(VECTOR, "rearrange", REARRANGE);
      code.getstatic(CROSSING, "HAVING_" + bit, MASK);
      blend();
      code.astore(spare);
      code.aload(x).getstatic(CROSSING, "SWAP_" + bit, SHUFFLE);
      code.invokevirtual(VECTOR, "rearrange", REARRANGE);
      code.aload(y).getstatic(CROSSING, "HAVING_" + bit, MASK);
      blend();
      code.astore(upper);
    }
    code.aload(spare).astore(lower);
  }
}
