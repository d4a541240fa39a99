package org.selfstab.loss;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.DALOAD;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.MethodVisitor;
import org.selfstab.expression.Instruction;
import org.selfstab.expression.NearestDouble;
import org.selfstab.expression.StraightLineProgram;

/** Where generated code finds the constants of a program. What it computes does not depend on it, to the last bit. */
sealed interface ConstantPlacement {

    /** Leaves a constant on the operand stack. */
    void push(MethodVisitor method, int instruction, double value);

    /** What the scratch array has to hold after the values that cross from one method to another. */
    double[] behindScratch();

    /** Constants are literals. */
    record Literal() implements ConstantPlacement {
        @Override
        public void push(MethodVisitor method, int instruction, double value) {
            method.visitLdcInsn(value);
        }

        @Override
        public double[] behindScratch() {
            return new double[0];
        }
    }

    /** Constants stand in the scratch array, so that programs that differ in nothing else have the same code. */
    final class InScratch implements ConstantPlacement {

        private final Map<Integer, Integer> slots = new HashMap<>();
        private final double[] values;

        InScratch(StraightLineProgram program, MethodPlan plan) {
            List<Instruction> instructions = program.instructions();
            double[] found = new double[instructions.size()];
            for (int i = 0; i < instructions.size(); i++) {
                if (instructions.get(i) instanceof Instruction.LoadConstant constant) {
                    found[slots.size()] = NearestDouble.of(constant.value());
                    slots.put(i, plan.scratchSize() + slots.size());
                }
            }
            this.values = Arrays.copyOf(found, slots.size());
        }

        @Override
        public void push(MethodVisitor method, int instruction, double value) {
            method.visitVarInsn(ALOAD, ArithmeticWriter.SCRATCH);
            ArithmeticWriter.pushInt(method, slots.get(instruction));
            method.visitInsn(DALOAD);
        }

        @Override
        public double[] behindScratch() {
            return values.clone();
        }
    }
}
