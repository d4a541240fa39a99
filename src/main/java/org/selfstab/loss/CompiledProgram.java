package org.selfstab.loss;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.util.List;
import org.selfstab.expression.StraightLineProgram;

/** A straight-line program in double precision as JVM bytecode, in a hidden class. Immutable. */
final class CompiledProgram {

    /** What the generated class implements; nothing in it allocates. */
    interface Code {

        /**
         * Runs one section.
         *
         * @param inputs the program's inputs
         * @param scratch what one method computes for a later one, of the length that the compiler has fixed
         * @param outputs receives the section's outputs
         */
        void run(int section, double[] inputs, double[] scratch, double[] outputs);
    }

    /** The code of a program too long for one class. */
    private record InTurn(List<Code> codes) implements Code {
        @Override
        public void run(int section, double[] inputs, double[] scratch, double[] outputs) {
            for (Code code : codes) {
                code.run(section, inputs, scratch, outputs);
            }
        }
    }

    private final int inputCount;
    private final List<StraightLineProgram.Section> sections;
    private final int scratchSize;
    private final double[] constants;
    private final Code code;

    private CompiledProgram(StraightLineProgram program, int scratchSize, double[] constants, Code code) {
        this.inputCount = program.inputCount();
        this.sections = program.sections();
        this.scratchSize = scratchSize;
        this.constants = constants;
        this.code = code;
    }

    /** Compiles a program, its constants as literals. */
    static CompiledProgram of(StraightLineProgram program) {
        MethodPlan plan = MethodPlan.of(program);
        ConstantPlacement constants = new ConstantPlacement.Literal();
        List<Code> codes = ClassGenerator.classFiles(program, plan, constants).stream()
                .map(classFile -> instantiate(classFile, Code.class))
                .toList();
        return of(program, plan, constants, codes);
    }

    /** A program and its code, which may be that of other programs too. */
    static CompiledProgram of(
            StraightLineProgram program, MethodPlan plan, ConstantPlacement constants, List<Code> codes) {
        Code code = codes.size() == 1 ? codes.get(0) : new InTurn(codes);
        return new CompiledProgram(program, plan.scratchSize(), constants.behindScratch(), code);
    }

    /** An object of a generated class that has no state. */
    static <C> C instantiate(byte[] classFile, Class<C> type) {
        try {
            Lookup hidden = MethodHandles.lookup().defineHiddenClass(classFile, true);
            return type.cast(hidden.lookupClass().getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the generated class cannot be loaded", e);
        }
    }

    /** Whether another program runs the very same code, perhaps with other constants. */
    boolean isOfTheSameCodeAs(CompiledProgram other) {
        return code.equals(other.code);
    }

    int inputCount() {
        return inputCount;
    }

    int sectionCount() {
        return sections.size();
    }

    int outputCount(int section) {
        return sections.get(section).outputs().size();
    }

    double[] newScratch() {
        double[] scratch = new double[scratchSize + constants.length];
        System.arraycopy(constants, 0, scratch, scratchSize, constants.length);
        return scratch;
    }

    void run(int section, double[] inputs, double[] scratch, double[] outputs) {
        code.run(section, inputs, scratch, outputs);
    }
}
