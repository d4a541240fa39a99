package org.selfstab.loss;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.selfstab.expression.StraightLineProgram;
import org.selfstab.loss.CompiledProgram.Code;

/** Compiles losses to JVM bytecode. All compilers' losses compute the same, to the last bit. May be shared by threads. */
public abstract sealed class LossCompiler {

    private LossCompiler() {}

    /** Compiles each loss by itself, its constants as literals: for one loss that is evaluated often. */
    public static LossCompiler separate() {
        return new Separate();
    }

    /**
     * Compiles losses that differ only in their constants to the same code, which the JVM then has to load and optimise once: for many
     * losses that are evaluated seldom.
     */
    public static LossCompiler sharing() {
        return new Sharing();
    }

    /** Compiles a program. */
    abstract CompiledProgram compile(StraightLineProgram program);

    /**
     * Compiles descent by a gradient, a program of one section.
     *
     * @param compiled that program, compiled
     */
    abstract DescentLoop.Code compileDescent(StraightLineProgram gradient, CompiledProgram compiled);

    /** Each by itself. */
    private static final class Separate extends LossCompiler {

        @Override
        CompiledProgram compile(StraightLineProgram program) {
            return CompiledProgram.of(program);
        }

        @Override
        DescentLoop.Code compileDescent(StraightLineProgram gradient, CompiledProgram compiled) {
            return DescentLoop.classFile(gradient)
                    .map(classFile -> CompiledProgram.instantiate(classFile, DescentLoop.Code.class))
                    .orElseGet(() -> new ArrayDescent(compiled));
        }
    }

    /** The same code for all that differ in constants. */
    private static final class Sharing extends LossCompiler {

        private static final int MAX_CLASSES = 1000;

        private final Cache<ByteBuffer, Code> codes =
                CacheBuilder.newBuilder().maximumSize(MAX_CLASSES).build();

        @Override
        CompiledProgram compile(StraightLineProgram program) {
            MethodPlan plan = MethodPlan.of(program);
            ConstantPlacement constants = new ConstantPlacement.InScratch(program, plan);
            List<Code> codes = ClassGenerator.classFiles(program, plan, constants).stream()
                    .map(this::codeOf)
                    .toList();
            return CompiledProgram.of(program, plan, constants, codes);
        }

        @Override
        DescentLoop.Code compileDescent(StraightLineProgram gradient, CompiledProgram compiled) {
            return new ArrayDescent(compiled);
        }

        private Code codeOf(byte[] classFile) {
            try {
                return codes.get(ByteBuffer.wrap(classFile), () -> CompiledProgram.instantiate(classFile, Code.class));
            } catch (ExecutionException impossible) {
                throw new IllegalStateException("loading a class throws no checked exception", impossible);
            }
        }
    }

    /**
     * Gradient descent by a compiled gradient, through arrays: for gradients that are too long for one method or share their code with
     * others.
     */
    private record ArrayDescent(CompiledProgram gradientProgram) implements DescentLoop.Code {

        @Override
        public void descend(double[] theta, double eta, int steps) {
            double[] scratch = gradientProgram.newScratch();
            double[] gradient = new double[theta.length];
            for (int step = 0; step < steps; step++) {
                gradientProgram.run(0, theta, scratch, gradient);
                for (int i = 0; i < theta.length; i++) {
                    theta[i] -= eta * gradient[i];
                }
            }
        }

        @Override
        public void descend(double[] theta, double eta, double[] noise, int steps) {
            double[] scratch = gradientProgram.newScratch();
            double[] gradient = new double[theta.length];
            for (int step = 0; step < steps; step++) {
                gradientProgram.run(0, theta, scratch, gradient);
                for (int i = 0; i < theta.length; i++) {
                    theta[i] -= eta * (gradient[i] + noise[step * theta.length + i]);
                }
            }
        }
    }
}
