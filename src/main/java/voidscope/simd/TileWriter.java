package voidscope.simd;

import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessFlag;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Writes the kernels of [Tile], of any shape. Each is the straight code that a person would write
/// out, with a local variable for every register: what the compiler turns into a loop that touches
/// memory for A and B alone.
///
/// All calls are to the vectors themselves, and what comes out of a loop is an argument, not a
/// receiver: its exact type is lost there, and a call on it would be virtual.
final class TileWriter {
  private static final int L = Lanes.LENGTH;

  private static final ClassDesc LANES = described(Lanes.class);
  private static final ClassDesc VECTOR = described(FloatVector.class);
  private static final ClassDesc ANY = described(Vector.class);
  private static final ClassDesc MASK = described(VectorMask.class);
  private static final ClassDesc SPECIES = described(VectorSpecies.class);
  private static final ClassDesc OPERATORS = described(VectorOperators.class);
  private static final ClassDesc COMPARISON = described(VectorOperators.Comparison.class);
  private static final ClassDesc FLOATS = CD_float.arrayType();

  private static final MethodTypeDesc FROM_ARRAY =
      MethodTypeDesc.of(VECTOR, SPECIES, FLOATS, CD_int);
  private static final MethodTypeDesc INTO_ARRAY = MethodTypeDesc.of(CD_void, FLOATS, CD_int);
  private static final MethodTypeDesc BROADCAST = MethodTypeDesc.of(VECTOR, SPECIES, CD_float);
  private static final MethodTypeDesc FMA = MethodTypeDesc.of(VECTOR, ANY, ANY);
  private static final MethodTypeDesc ADD = MethodTypeDesc.of(VECTOR, ANY);
  private static final MethodTypeDesc ADD_INDEX = MethodTypeDesc.of(VECTOR, CD_int);
  private static final MethodTypeDesc COMPARE = MethodTypeDesc.of(MASK, COMPARISON, CD_float);
  private static final MethodTypeDesc BLEND = MethodTypeDesc.of(VECTOR, ANY, MASK);
  private static final MethodTypeDesc KERNEL =
      MethodTypeDesc.of(
          CD_void, CD_int, CD_int, CD_int, FLOATS, CD_int, FLOATS, CD_int, CD_int, FLOATS, CD_int);

  // The parameters' slots, in the order of Tile.add.
  private static final int K = 1;
  private static final int N = 2;
  private static final int LAST = 3;
  private static final int A = 4;
  private static final int P = 5;
  private static final int B = 6;
  private static final int Q = 7;
  private static final int DOWN = 8;
  private static final int C = 9;
  private static final int R = 10;

  // What else the code remembers.
  private static final int TERM = 11;
  private static final int ROW_OF_B = 12;
  private static final int ZERO = 13;
  private static final int FRESH = 14;
  private static final int LEFT = 15;
  private static final int RIGHT = 16;

  private final CodeBuilder code;
  private final int rows;
  private final int vectors;

  private TileWriter(CodeBuilder code, int rows, int vectors) {
    this.code = code;
    this.rows = rows;
    this.vectors = vectors;
  }

  /// A new kernel.
  static Tile write(int rows, int vectors) {
    ClassDesc self = ClassDesc.of("voidscope.simd.TileKernel");
    byte[] bytes =
        ClassFile.of()
            .build(
                self,
                type -> {
                  type.withFlags(AccessFlag.FINAL, AccessFlag.SYNTHETIC)
                      .withInterfaceSymbols(described(Tile.class));
                  type.withMethodBody(
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
                  type.withMethodBody(
                      "add",
                      KERNEL,
                      ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL,
                      code -> new TileWriter(code, rows, vectors).body());
                });
    try {
      return (Tile)
          MethodHandles.lookup()
              .defineHiddenClass(bytes, true)
              .lookupClass()
              .getConstructor()
              .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("A tile of " + rows + "×" + vectors + " vectors", e);
    }
  }

  private static ClassDesc described(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  private void body() {
    species();
    code.fconst_0().invokestatic(VECTOR, "broadcast", BROADCAST).astore(ZERO);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < vectors; j++) {
        species();
        ofC(i, j);
        code.invokestatic(VECTOR, "fromArray", FROM_ARRAY).astore(sum(i, j));
      }
    }
    code.iconst_0().istore(TERM);
    code.iload(Q).istore(ROW_OF_B);
    Label loop = code.newBoundLabel();
    Label end = code.newLabel();
    code.iload(TERM).iload(K).if_icmpge(end);
    term();
    code.iinc(TERM, 1).goto_(loop).labelBinding(end);
    store();
    code.return_();
  }

  /// One term of every sum.
  private void term() {
    for (int j = 0; j < vectors; j++) {
      species();
      code.aload(B).iload(ROW_OF_B);
      column(j);
      code.invokestatic(VECTOR, "fromArray", FROM_ARRAY).astore(RIGHT + j);
    }
    for (int i = 0; i < rows; i++) {
      species();
      code.aload(A).iload(P).iload(TERM).iadd().loadConstant(i * Tile.ROOM).iadd().faload();
      code.invokestatic(VECTOR, "broadcast", BROADCAST).astore(LEFT);
      for (int j = 0; j < vectors; j++) {
        code.aload(RIGHT + j).aload(LEFT).aload(sum(i, j));
        code.invokevirtual(VECTOR, "fma", FMA).astore(sum(i, j));
      }
    }
    code.iload(ROW_OF_B).iload(DOWN).iadd().istore(ROW_OF_B);
  }

  private void store() {
    species();
    code.fconst_0().invokestatic(VECTOR, "broadcast", BROADCAST);
    code.iconst_1().invokevirtual(VECTOR, "addIndex", ADD_INDEX);
    code.getstatic(OPERATORS, "GE", COMPARISON);
    code.loadConstant((vectors - 1) * L).iload(LAST).isub().i2f();
    code.invokevirtual(VECTOR, "compare", COMPARE).astore(FRESH);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < vectors; j++) {
        if (j < vectors - 1) {
          code.aload(ZERO).aload(sum(i, j)).invokevirtual(VECTOR, "add", ADD);
        } else {
          species();
          ofC(i, j);
          code.invokestatic(VECTOR, "fromArray", FROM_ARRAY);
          code.aload(sum(i, j)).aload(FRESH).invokevirtual(VECTOR, "blend", BLEND);
        }
        ofC(i, j);
        code.invokevirtual(VECTOR, "intoArray", INTO_ARRAY);
      }
    }
  }

  /// C, and the index of the block's vector in it.
  private void ofC(int i, int j) {
    code.aload(C).iload(R).loadConstant(i).iload(N).imul().iadd();
    column(j);
  }

  /// Adds to an index where the block's vector begins.
  private void column(int j) {
    if (j == vectors - 1) {
      code.iload(LAST).iadd();
    } else {
      code.loadConstant(j * L).iadd();
    }
  }

  private int sum(int i, int j) {
    return RIGHT + vectors + i * vectors + j;
  }

  private void species() {
    code.getstatic(LANES, "FLOAT", SPECIES);
  }
}
