package org.selfstab.loss;

import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.F_SAME;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.RETURN;

import java.util.List;
import java.util.stream.IntStream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.selfstab.expression.StraightLineProgram;

/**
 * Writes the class files of a compiled program: {@code run} switches over the sections, a static method for each section calls those of the
 * section's parts that are in the class, a static method for each part holds its arithmetic.
 */
final class ClassGenerator {

    private static final String NAME = Type.getInternalName(CompiledProgram.class) + "Code";
    private static final String ARRAYS_DESCRIPTOR = "([D[D[D)V";
    private static final String RUN_DESCRIPTOR = "(I[D[D[D)V";

    private final StraightLineProgram program;
    private final MethodPlan plan;
    private final List<List<List<Task>>> partsOfSections;
    private final ConstantPlacement constants;
    private final ClassWriter writer = GeneratedClass.begin(NAME, CompiledProgram.Code.class);

    private ClassGenerator(
            StraightLineProgram program,
            MethodPlan plan,
            List<List<List<Task>>> partsOfSections,
            ConstantPlacement constants) {
        this.program = program;
        this.plan = plan;
        this.partsOfSections = partsOfSections;
        this.constants = constants;
    }

    /** The class files, in the order in which they run for each section. */
    static List<byte[]> classFiles(StraightLineProgram program, MethodPlan plan, ConstantPlacement constants) {
        return plan.classes().stream()
                .map(parts -> new ClassGenerator(program, plan, parts, constants).classFile())
                .toList();
    }

    private byte[] classFile() {
        writeRun();
        for (int section = 0; section < partsOfSections.size(); section++) {
            writeSection(section, partsOfSections.get(section));
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    private void writeRun() {
        MethodVisitor method = writer.visitMethod(ACC_PUBLIC, "run", RUN_DESCRIPTOR, null, null);
        int sections = partsOfSections.size();
        Label[] labels =
                IntStream.range(0, sections).mapToObj(section -> new Label()).toArray(Label[]::new);
        Label otherwise = new Label();
        method.visitCode();
        method.visitVarInsn(ILOAD, 1);
        method.visitTableSwitchInsn(0, sections - 1, otherwise, labels);
        for (int section = 0; section < sections; section++) {
            method.visitLabel(labels[section]);
            method.visitFrame(F_SAME, 0, null, 0, null);
            callWithArrays(method, sectionName(section), 2);
            method.visitInsn(RETURN);
        }
        method.visitLabel(otherwise);
        method.visitFrame(F_SAME, 0, null, 0, null);
        GeneratedClass.finish(method);
    }

    private void writeSection(int section, List<List<Task>> parts) {
        if (parts.size() == 1) {
            writePart(sectionName(section), parts.get(0));
            return;
        }
        MethodVisitor method = staticMethod(sectionName(section));
        for (int part = 0; part < parts.size(); part++) {
            callWithArrays(method, partName(section, part), 0);
        }
        GeneratedClass.finish(method);
        for (int part = 0; part < parts.size(); part++) {
            writePart(partName(section, part), parts.get(part));
        }
    }

    private void writePart(String name, List<Task> tasks) {
        MethodVisitor method = staticMethod(name);
        ArithmeticWriter arithmetic = new ArithmeticWriter(program, plan, constants, method);
        tasks.forEach(arithmetic::write);
        GeneratedClass.finish(method);
    }

    private MethodVisitor staticMethod(String name) {
        MethodVisitor method = writer.visitMethod(ACC_PRIVATE | ACC_STATIC, name, ARRAYS_DESCRIPTOR, null, null);
        method.visitCode();
        return method;
    }

    /** Calls a static method with the three arrays, which are local variables from an index on. */
    private static void callWithArrays(MethodVisitor method, String name, int firstArray) {
        for (int array = 0; array < 3; array++) {
            method.visitVarInsn(ALOAD, firstArray + array);
        }
        method.visitMethodInsn(INVOKESTATIC, NAME, name, ARRAYS_DESCRIPTOR, false);
    }

    private static String sectionName(int section) {
        return "section" + section;
    }

    private static String partName(int section, int part) {
        return "section" + section + "part" + part;
    }
}
