package org.selfstab.loss;

import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.DADD;
import static org.objectweb.asm.Opcodes.DALOAD;
import static org.objectweb.asm.Opcodes.DASTORE;
import static org.objectweb.asm.Opcodes.DLOAD;
import static org.objectweb.asm.Opcodes.DMUL;
import static org.objectweb.asm.Opcodes.DOUBLE;
import static org.objectweb.asm.Opcodes.DSTORE;
import static org.objectweb.asm.Opcodes.DSUB;
import static org.objectweb.asm.Opcodes.F_FULL;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.IFLE;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INTEGER;
import static org.objectweb.asm.Opcodes.ISTORE;

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

        /** The same with noise added to each gradient: n numbers for each step, one step after another. */
        void descend(double[] theta, double eta, double[] noise, int steps);
    }

    private static final String NAME = Type.getInternalName(DescentLoop.class) + "Code";
    private static final int THETA = 1;
    private static final int ETA = 2;

    /** Only where there is noise. */
    private static final int NOISE = 4;

    /** Where local variables are in the one loop or the other. */
    private enum Form {
        EXACT("([DDI)V", 4, 5),
        NOISY("([DD[DI)V", 5, 7);

        private final String descriptor;
        private final int steps;
        private final int firstCoordinate;

        Form(String descriptor, int steps, int firstCoordinate) {
            this.descriptor = descriptor;
            this.steps = steps;
            this.firstCoordinate = firstCoordinate;
        }

        /** The place in the noise of the step's first number. */
        private int place() {
            return steps + 1;
        }

        private int coordinate(int i) {
            return firstCoordinate + 2 * i;
        }
    }

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
        for (Form form : Form.values()) {
            writeLoop(form);
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    private void writeLoop(Form form) {
        MethodVisitor method = writer.visitMethod(ACC_PUBLIC, "descend", form.descriptor, null, null);
        method.visitCode();
        loadIterate(method, form);
        if (form == Form.NOISY) {
            method.visitInsn(ICONST_0);
            method.visitVarInsn(ISTORE, form.place());
        }
        Label head = new Label();
        Label end = new Label();
        method.visitLabel(head);
        writeFrame(method, form);
        method.visitVarInsn(ILOAD, form.steps);
        method.visitJumpInsn(IFLE, end);
        writeStep(method, form);
        method.visitIincInsn(form.steps, -1);
        method.visitJumpInsn(GOTO, head);
        method.visitLabel(end);
        writeFrame(method, form);
        storeIterate(method, form);
        GeneratedClass.finish(method);
    }

    private void loadIterate(MethodVisitor method, Form form) {
        for (int i = 0; i < n; i++) {
            method.visitVarInsn(ALOAD, THETA);
            method.visitLdcInsn(i);
            method.visitInsn(DALOAD);
            method.visitVarInsn(DSTORE, form.coordinate(i));
        }
    }

    private void storeIterate(MethodVisitor method, Form form) {
        for (int i = 0; i < n; i++) {
            method.visitVarInsn(ALOAD, THETA);
            method.visitLdcInsn(i);
            method.visitVarInsn(DLOAD, form.coordinate(i));
            method.visitInsn(DASTORE);
        }
    }

    /** The gradient first, all of it; only then do coordinates change. */
    private void writeStep(MethodVisitor method, Form form) {
        ArithmeticWriter arithmetic =
                new ArithmeticWriter(program, plan, new ConstantPlacement.Literal(), method, form.coordinate(n));
        for (int i = 0; i < program.instructions().size(); i++) {
            if (program.instructions().get(i) instanceof Instruction.LoadInput input) {
                arithmetic.holdInLocal(i, form.coordinate(input.index()));
            } else if (!program.instructions().get(i).isRematerializable()) {
                arithmetic.write(new Task(i, Task.NONE));
            }
        }
        List<Integer> gradient = program.sections().get(0).outputs();
        for (int i = 0; i < n; i++) {
            method.visitVarInsn(DLOAD, form.coordinate(i));
            method.visitVarInsn(DLOAD, ETA);
            arithmetic.push(gradient.get(i));
            if (form == Form.NOISY) {
                method.visitVarInsn(ALOAD, NOISE);
                method.visitVarInsn(ILOAD, form.place());
                method.visitLdcInsn(i);
                method.visitInsn(IADD);
                method.visitInsn(DALOAD);
                method.visitInsn(DADD);
            }
            method.visitInsn(DMUL);
            method.visitInsn(DSUB);
        }
        for (int i = n - 1; i >= 0; i--) {
            method.visitVarInsn(DSTORE, form.coordinate(i));
        }
        if (form == Form.NOISY) {
            method.visitIincInsn(form.place(), n);
        }
    }

    /** Only the iterate lives from step to step. */
    private void writeFrame(MethodVisitor method, Form form) {
        List<Object> locals = new ArrayList<>(
                form == Form.NOISY
                        ? List.of(NAME, "[D", DOUBLE, "[D", INTEGER, INTEGER)
                        : List.of(NAME, "[D", DOUBLE, INTEGER));
        for (int i = 0; i < n; i++) {
            locals.add(DOUBLE);
        }
        method.visitFrame(F_FULL, locals.size(), locals.toArray(), 0, new Object[0]);
    }
}
