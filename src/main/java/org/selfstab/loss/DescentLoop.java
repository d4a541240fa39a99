package org.selfstab.loss;

import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.DALOAD;
import static org.objectweb.asm.Opcodes.DASTORE;
import static org.objectweb.asm.Opcodes.DLOAD;
import static org.objectweb.asm.Opcodes.DMUL;
import static org.objectweb.asm.Opcodes.DOUBLE;
import static org.objectweb.asm.Opcodes.DSTORE;
import static org.objectweb.asm.Opcodes.DSUB;
import static org.objectweb.asm.Opcodes.F_FULL;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.IFLE;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INTEGER;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.selfstab.expression.Instruction;
import org.selfstab.expression.StraightLineProgram;

/**
 * Writes the class file of a loop of gradient descent whose iterate lives in local variables: where a step is a handful of operations,
 * going through arrays would take as long as the operations. Rounded as the program of the gradient is, operation by operation.
 */
final class DescentLoop {

    /** What the generated class implements; nothing in it allocates. */
    interface Code {

        /** Goes some steps of size eta on from theta, in place. */
        void descend(double[] theta, double eta, int steps);
    }

    private static final String NAME = Type.getInternalName(DescentLoop.class) + "Code";
    private static final String DESCRIPTOR = "([DDI)V";
    private static final int THETA = 1;
    private static final int ETA = 2;
    private static final int STEPS = 4;
    private static final int FIRST_COORDINATE = 5;

    private final StraightLineProgram program;
    private final MethodPlan plan;
    private final int n;
    private final ClassWriter writer = GeneratedClass.begin(NAME, Code.class);

    private DescentLoop(StraightLineProgram program, MethodPlan plan) {
        this.program = program;
        this.plan = plan;
        this.n = program.inputCount();
    }

    /**
     * The loop.
     *
     * @param gradient a program of one section, whose outputs are the gradient by its inputs
     * @return the loop's class file; empty if the gradient is too long for one method
     */
    static Optional<byte[]> classFile(StraightLineProgram gradient) {
        MethodPlan plan = MethodPlan.of(gradient);
        return plan.methodsOfSections().get(0).size() == 1
                ? Optional.of(new DescentLoop(gradient, plan).write())
                : Optional.empty();
    }

    private byte[] write() {
        writeLoop();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private void writeLoop() {
        MethodVisitor method = writer.visitMethod(ACC_PUBLIC, "descend", DESCRIPTOR, null, null);
        method.visitCode();
        loadIterate(method);
        Label head = new Label();
        Label end = new Label();
        method.visitLabel(head);
        writeFrame(method);
        method.visitVarInsn(ILOAD, STEPS);
        method.visitJumpInsn(IFLE, end);
        writeStep(method);
        method.visitIincInsn(STEPS, -1);
        method.visitJumpInsn(GOTO, head);
        method.visitLabel(end);
        writeFrame(method);
        storeIterate(method);
        GeneratedClass.finish(method);
    }

    private void loadIterate(MethodVisitor method) {
        for (int i = 0; i < n; i++) {
            method.visitVarInsn(ALOAD, THETA);
            method.visitLdcInsn(i);
            method.visitInsn(DALOAD);
            method.visitVarInsn(DSTORE, coordinate(i));
        }
    }

    private void storeIterate(MethodVisitor method) {
        for (int i = 0; i < n; i++) {
            method.visitVarInsn(ALOAD, THETA);
            method.visitLdcInsn(i);
            method.visitVarInsn(DLOAD, coordinate(i));
            method.visitInsn(DASTORE);
        }
    }

    /** The gradient first, all of it; only then do coordinates change. */
    private void writeStep(MethodVisitor method) {
        ArithmeticWriter arithmetic =
                new ArithmeticWriter(program, plan, new ConstantPlacement.Literal(), method, FIRST_COORDINATE + 2 * n);
        for (int i = 0; i < program.instructions().size(); i++) {
            if (program.instructions().get(i) instanceof Instruction.LoadInput input) {
                arithmetic.holdInLocal(i, coordinate(input.index()));
            } else if (!program.instructions().get(i).isRematerializable()) {
                arithmetic.write(new Task(i, Task.NONE));
            }
        }
        List<Integer> gradient = program.sections().get(0).outputs();
        for (int i = 0; i < n; i++) {
            method.visitVarInsn(DLOAD, coordinate(i));
            method.visitVarInsn(DLOAD, ETA);
            arithmetic.push(gradient.get(i));
            method.visitInsn(DMUL);
            method.visitInsn(DSUB);
        }
        for (int i = n - 1; i >= 0; i--) {
            method.visitVarInsn(DSTORE, coordinate(i));
        }
    }

    /** Only the iterate lives from step to step. */
    private void writeFrame(MethodVisitor method) {
        List<Object> locals = new ArrayList<>(List.of(NAME, "[D", DOUBLE, INTEGER));
        for (int i = 0; i < n; i++) {
            locals.add(DOUBLE);
        }
        method.visitFrame(F_FULL, locals.size(), locals.toArray(), 0, new Object[0]);
    }

    private static int coordinate(int i) {
        return FIRST_COORDINATE + 2 * i;
    }
}
