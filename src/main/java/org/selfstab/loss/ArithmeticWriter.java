package org.selfstab.loss;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.BIPUSH;
import static org.objectweb.asm.Opcodes.DADD;
import static org.objectweb.asm.Opcodes.DALOAD;
import static org.objectweb.asm.Opcodes.DASTORE;
import static org.objectweb.asm.Opcodes.DDIV;
import static org.objectweb.asm.Opcodes.DLOAD;
import static org.objectweb.asm.Opcodes.DMUL;
import static org.objectweb.asm.Opcodes.DNEG;
import static org.objectweb.asm.Opcodes.DSTORE;
import static org.objectweb.asm.Opcodes.DSUB;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.SIPUSH;

import java.util.HashMap;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.special.Erf;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.HyperbolicTangent;
import org.selfstab.expression.Instruction;
import org.selfstab.expression.NearestDouble;
import org.selfstab.expression.Operation;
import org.selfstab.expression.StableActivations;
import org.selfstab.expression.StraightLineProgram;

/**
 * Writes the arithmetic of one method. A value once computed or loaded from an array stays in a local variable.
 */
final class ArithmeticWriter {

    private static final int INPUTS = 0;
    static final int SCRATCH = 1;
    private static final int OUTPUTS = 2;
    private static final int FIRST_LOCAL = 3;

    private final StraightLineProgram program;
    private final MethodPlan plan;
    private final ConstantPlacement constants;
    private final MethodVisitor method;
    private final Map<Integer, Integer> locals = new HashMap<>();
    private final Map<Integer, Integer> decays = new HashMap<>();
    private int nextLocal;
    private final Instruction.Visitor<Void> computation = new Computation();

    /** For a method whose parameters are the arrays of inputs, scratch and outputs. */
    ArithmeticWriter(StraightLineProgram program, MethodPlan plan, ConstantPlacement constants, MethodVisitor method) {
        this(program, plan, constants, method, FIRST_LOCAL);
    }

    /** For a method that uses the local variables before an index itself. */
    ArithmeticWriter(
            StraightLineProgram program,
            MethodPlan plan,
            ConstantPlacement constants,
            MethodVisitor method,
            int firstLocal) {
        this.nextLocal = firstLocal;
        this.program = program;
        this.plan = plan;
        this.constants = constants;
        this.method = method;
    }

    /** Says that an instruction's value is in a local variable already. */
    void holdInLocal(int index, int local) {
        locals.put(index, local);
    }

    void write(Task task) {
        if (task.storesOutput()) {
            storeInArray(OUTPUTS, task.output(), task.instruction());
        } else {
            compute(task.instruction());
        }
    }

    private void compute(int index) {
        instruction(index).accept(computation);
        storeInLocal(index);
        plan.spillSlot(index).ifPresent(slot -> storeInArray(SCRATCH, slot, index));
    }

    private Instruction instruction(int index) {
        return program.instructions().get(index);
    }

    /** Pushes an instruction's value, which is at hand or has been computed before. */
    void push(int index) {
        if (instruction(index) instanceof Instruction.LoadConstant constant) {
            constants.push(method, index, NearestDouble.of(constant.value()));
        } else if (instruction(index) instanceof Instruction.LoadPi) {
            method.visitLdcInsn(Math.PI);
        } else {
            loadIntoLocal(index);
            method.visitVarInsn(DLOAD, locals.get(index));
        }
    }

    private void loadIntoLocal(int index) {
        if (locals.containsKey(index)) {
            return;
        }
        if (instruction(index) instanceof Instruction.LoadInput input) {
            method.visitVarInsn(ALOAD, INPUTS);
            pushInt(method, input.index());
        } else {
            method.visitVarInsn(ALOAD, SCRATCH);
            pushInt(method, plan.spillSlot(index).orElseThrow());
        }
        method.visitInsn(DALOAD);
        storeInLocal(index);
    }

    private void storeInLocal(int index) {
        locals.put(index, nextLocal);
        method.visitVarInsn(DSTORE, nextLocal);
        nextLocal += 2;
    }

    /** Pushes {@code exp(-2|x|)} of an instruction's value x, which tanh and its derivative share. */
    private void pushDecay(int index) {
        computeDecay(index);
        method.visitVarInsn(DLOAD, decays.get(index));
    }

    private void computeDecay(int index) {
        if (!decays.containsKey(index)) {
            push(index);
            invoke(DoubleFunction.HYPERBOLIC, "decay", DoubleFunction.UNARY);
            decays.put(index, nextLocal);
            method.visitVarInsn(DSTORE, nextLocal);
            nextLocal += 2;
        }
    }

    private void storeInArray(int array, int position, int index) {
        method.visitVarInsn(ALOAD, array);
        pushInt(method, position);
        push(index);
        method.visitInsn(DASTORE);
    }

    static void pushInt(MethodVisitor method, int value) {
        if (value <= Byte.MAX_VALUE) {
            method.visitIntInsn(BIPUSH, value);
        } else if (value <= Short.MAX_VALUE) {
            method.visitIntInsn(SIPUSH, value);
        } else {
            method.visitLdcInsn(value);
        }
    }

    private void invoke(String owner, String name, String descriptor) {
        method.visitMethodInsn(INVOKESTATIC, owner, name, descriptor, false);
    }

    /** Leaves an instruction's value on the operand stack. */
    private final class Computation implements Instruction.Visitor<Void> {

        @Override
        public Void visitConstant(BigFraction value) {
            throw new IllegalStateException("a constant is not computed");
        }

        @Override
        public Void visitPi() {
            throw new IllegalStateException("a constant is not computed");
        }

        @Override
        public Void visitInput(int index) {
            throw new IllegalStateException("an input is not computed");
        }

        @Override
        public Void visitNegate(int operand) {
            push(operand);
            method.visitInsn(DNEG);
            return null;
        }

        @Override
        public Void visitBinary(Operation operation, int left, int right) {
            push(left);
            push(right);
            method.visitInsn(
                    switch (operation) {
                        case ADD -> DADD;
                        case SUBTRACT -> DSUB;
                        case MULTIPLY -> DMUL;
                        case DIVIDE -> DDIV;
                    });
            return null;
        }

        @Override
        public Void visitSquareRoot(int operand) {
            push(operand);
            invoke(DoubleFunction.MATH, "sqrt", DoubleFunction.UNARY);
            return null;
        }

        @Override
        public Void visitRationalPower(int operand, BigFraction exponent) {
            push(operand);
            method.visitLdcInsn(NearestDouble.of(exponent));
            invoke(DoubleFunction.MATH, "pow", DoubleFunction.BINARY);
            return null;
        }

        @Override
        public Void visitSechSquared(int operand) {
            pushDecay(operand);
            invoke(DoubleFunction.HYPERBOLIC, "slope", DoubleFunction.UNARY);
            return null;
        }

        @Override
        public Void visitCall(ElementaryFunction function, int operand) {
            if (function == ElementaryFunction.TANH) {
                computeDecay(operand);
                push(operand);
                pushDecay(operand);
                invoke(DoubleFunction.HYPERBOLIC, "of", DoubleFunction.BINARY);
                return null;
            }
            push(operand);
            DoubleFunction target = DoubleFunction.of(function);
            invoke(target.owner(), target.name(), DoubleFunction.UNARY);
            return null;
        }
    }

    /**
     * The static method that is an elementary function in double precision, the same one as behind
     * {@link ElementaryFunction#value(double)}.
     *
     * @param owner internal name of its class
     * @param name its name
     */
    private record DoubleFunction(String owner, String name) {

        static final String MATH = Type.getInternalName(Math.class);
        static final String UNARY = "(D)D";
        static final String BINARY = "(DD)D";

        /** Internal name of {@link HyperbolicTangent}. */
        static final String HYPERBOLIC = Type.getInternalName(HyperbolicTangent.class);

        private static final String ACTIVATIONS = Type.getInternalName(StableActivations.class);

        static DoubleFunction of(ElementaryFunction function) {
            return switch (function) {
                case EXP, LOG, SIN, COS, TAN, SINH, COSH, ATAN, ABS ->
                    new DoubleFunction(MATH, function.functionName());
                case TANH -> new DoubleFunction(HYPERBOLIC, "of");
                case SOFTPLUS, SIGMOID -> new DoubleFunction(ACTIVATIONS, function.functionName());
                case LOGCOSH -> new DoubleFunction(ACTIVATIONS, "logCosh");
                case ERF -> new DoubleFunction(Type.getInternalName(Erf.class), "erf");
            };
        }
    }
}
