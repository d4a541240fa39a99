package org.selfstab.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.StraightLineProgram;
import org.selfstab.expression.Symbol;

class CompiledProgramTest {

    private static final int LARGEST_COMPILED_BY_HOTSPOT = 8000;

    private static final List<Symbol> VARIABLES = RandomExpressions.VARIABLES;

    @Provide
    Arbitrary<List<Expression>> expressions() {
        return RandomExpressions.upToDepth(4).list().ofMinSize(1).ofMaxSize(12);
    }

    @Provide
    Arbitrary<Double> coordinates() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().between(-3.0, 3.0),
                Arbitraries.of(0.0, -0.0, 1.0, Double.NaN, Double.POSITIVE_INFINITY, -1e300, Double.MIN_VALUE));
    }

    @Property(tries = 400, seed = "20261124")
    void computesWhatTheInstructionsSayToTheBit(
            @ForAll("expressions") List<Expression> expressions,
            @ForAll("coordinates") double x,
            @ForAll("coordinates") double y,
            @ForAll("coordinates") double z) {
        StraightLineProgram program = StraightLineProgram.of(VARIABLES, sectionsOfThree(expressions));
        assertThat(compiledOutputs(program, x, y, z)).isEqualTo(DoubleReference.outputs(program, x, y, z));
    }

    @Property(tries = 400, seed = "20261124")
    void agreesWithTheInterpreterUpToTheRoundingOfFunctions(
            @ForAll("expressions") List<Expression> expressions, @ForAll Random random) {
        StraightLineProgram program = StraightLineProgram.of(VARIABLES, sectionsOfThree(expressions));
        double[] point = random.doubles(3, -3.0, 3.0).toArray();
        List<Double> compiled = compiledOutputs(program, point);
        List<Double> interpreted = interpretedOutputs(program, point);
        List<Double> bounds = ErrorPropagation.outputBounds(program, point);
        for (int i = 0; i < compiled.size(); i++) {
            if (bounds.get(i) < 1e-3 * Math.abs(compiled.get(i))) {
                assertThat(Math.abs(interpreted.get(i) - compiled.get(i)))
                        .as("%s at %s", expressions.get(i), Arrays.toString(point))
                        .isLessThanOrEqualTo(bounds.get(i));
            }
        }
    }

    @Property(tries = 200, seed = "20261124")
    void agreesWithTheInterpreterToTheBitOnAlgebraicExpressions(@ForAll Random random) {
        Expression sum = VARIABLES.get(0);
        for (int i = 0; i < 20; i++) {
            Expression coefficient = Expression.constant(new BigFraction(random.nextInt(2000) - 1000, 7));
            Symbol variable = VARIABLES.get(random.nextInt(3));
            sum = sum.times(variable)
                    .plus(coefficient.dividedBy(variable))
                    .plus(sum.power(2).plus(Expression.ONE).sqrt());
        }
        StraightLineProgram program = StraightLineProgram.of(VARIABLES, List.of(List.of(sum)));
        double[] point = random.doubles(3, -3.0, 3.0).toArray();
        assertThat(compiledOutputs(program, point)).isEqualTo(interpretedOutputs(program, point));
    }

    @ParameterizedTest
    @EnumSource
    void callsEveryFunction(ElementaryFunction function) {
        StraightLineProgram program =
                StraightLineProgram.of(VARIABLES, List.of(List.of(Expression.apply(function, VARIABLES.get(0)))));
        assertThat(compiledOutputs(program, 0.7, 0.0, 0.0)).containsExactly(function.value(0.7));
    }

    @Test
    void splitsLongSectionsIntoMethodsThatHotSpotCompiles() {
        StraightLineProgram program = longProgram();
        assertThat(program.instructions()).hasSizeGreaterThan(10_000);
        MethodPlan plan = MethodPlan.of(program);
        List<Integer> sizes = methodSizes(ClassGenerator.classFiles(program, plan, new ConstantPlacement.Literal()));
        assertThat(sizes).hasSizeGreaterThan(10);
        assertThat(Collections.max(sizes)).isBetween(1000, MethodSplitter.MAX_BYTES);
        List<Integer> withConstantsInScratch =
                methodSizes(ClassGenerator.classFiles(program, plan, new ConstantPlacement.InScratch(program, plan)));
        assertThat(Collections.max(withConstantsInScratch)).isBetween(1000, LARGEST_COMPILED_BY_HOTSPOT);
        double[] point = {0.3, -0.2, 1.1};
        assertThat(compiledOutputs(program, point)).isEqualTo(DoubleReference.outputs(program, point));
    }

    /** As many constants as one class file has room for would be 32,767. */
    @Test
    void dividesAVeryLongProgramAmongClasses() {
        Expression x = VARIABLES.get(0);
        List<Expression> many = IntStream.range(0, 40_000)
                .mapToObj(i -> x.plus(Expression.constant(new BigFraction(2 * i + 1, 65536))))
                .toList();
        StraightLineProgram program =
                StraightLineProgram.of(VARIABLES, List.of(List.of(x), many, List.of(many.get(7))));
        assertThat(MethodPlan.of(program).classes()).hasSizeGreaterThan(2);
        double[] point = {0.3, -0.2, 1.1};
        assertThat(compiledOutputs(program, point)).isEqualTo(DoubleReference.outputs(program, point));
        assertThat(outputs(LossCompiler.sharing().compile(program), point))
                .isEqualTo(DoubleReference.outputs(program, point));
    }

    @Test
    void storesOutputsThatNeedNoComputing() {
        Expression x = VARIABLES.get(0);
        List<Expression> many = IntStream.range(0, 3000)
                .mapToObj(i -> i % 3 == 0 ? x : i % 3 == 1 ? Expression.constant(-i) : Expression.pi())
                .toList();
        StraightLineProgram program = StraightLineProgram.of(VARIABLES, List.of(List.of(x, x), many, many));
        assertThat(compiledOutputs(program, 2.5, 0.0, 0.0)).isEqualTo(DoubleReference.outputs(program, 2.5, 0.0, 0.0));
    }

    /** Every value is used again much later, so that many cross from one method to another. */
    private static StraightLineProgram longProgram() {
        List<Expression> values = new ArrayList<>(VARIABLES);
        Random random = new Random(1);
        while (values.size() < 6000) {
            Expression recent = values.get(values.size() - 1);
            Expression any = values.get(random.nextInt(values.size()));
            values.add(Expression.apply(
                    ElementaryFunction.TANH,
                    recent.plus(any.times(Expression.constant(new BigFraction(values.size(), 1000))))));
        }
        return StraightLineProgram.of(VARIABLES, List.of(values.subList(0, 3000), values));
    }

    private static List<List<Expression>> sectionsOfThree(List<Expression> expressions) {
        return IntStream.range(0, (expressions.size() + 2) / 3)
                .mapToObj(i -> expressions.subList(3 * i, Math.min(3 * i + 3, expressions.size())))
                .toList();
    }

    @Test
    void programsThatDifferInConstantsShareTheirCodeAndNotTheirConstants() {
        LossCompiler sharing = LossCompiler.sharing();
        for (int k = 2; k < 5; k++) {
            StraightLineProgram program = StraightLineProgram.of(
                    VARIABLES,
                    List.of(List.of(VARIABLES
                            .get(0)
                            .times(Expression.constant(new BigFraction(k, 7)))
                            .plus(Expression.constant(new BigFraction(1, k))))));
            assertThat(outputs(sharing.compile(program), 0.3, 0.0, 0.0))
                    .isEqualTo(DoubleReference.outputs(program, 0.3, 0.0, 0.0));
            assertThat(sharing.compile(program).isOfTheSameCodeAs(sharing.compile(program)))
                    .isTrue();
        }
        StraightLineProgram half = scaled(new BigFraction(1, 2));
        StraightLineProgram third = scaled(new BigFraction(1, 3));
        assertThat(sharing.compile(half).isOfTheSameCodeAs(sharing.compile(third)))
                .isTrue();
        assertThat(sharing.compile(half).isOfTheSameCodeAs(sharing.compile(scaled(BigFraction.ONE))))
                .isFalse();
        assertThat(CompiledProgram.of(half).isOfTheSameCodeAs(CompiledProgram.of(third)))
                .isFalse();
    }

    private static StraightLineProgram scaled(BigFraction factor) {
        Expression product = VARIABLES.get(0).times(Expression.constant(factor)).plus(VARIABLES.get(1));
        return StraightLineProgram.of(VARIABLES, List.of(List.of(product)));
    }

    /** The same by every compiler. */
    private static List<Double> compiledOutputs(StraightLineProgram program, double... inputs) {
        List<Double> separate = outputs(LossCompiler.separate().compile(program), inputs);
        assertThat(outputs(LossCompiler.sharing().compile(program), inputs)).isEqualTo(separate);
        return separate;
    }

    private static List<Double> outputs(CompiledProgram compiled, double... inputs) {
        double[] scratch = compiled.newScratch();
        return IntStream.range(0, compiled.sectionCount())
                .boxed()
                .flatMap(section -> {
                    double[] outputs = new double[compiled.outputCount(section)];
                    compiled.run(section, inputs, scratch, outputs);
                    return DoubleStream.of(outputs).boxed();
                })
                .toList();
    }

    private static List<Double> interpretedOutputs(StraightLineProgram program, double... inputs) {
        FieldInterpreter<Binary64> interpreter = new FieldInterpreter<>(program, Binary64Field.getInstance());
        for (int i = 0; i < inputs.length; i++) {
            interpreter.setInput(i, new Binary64(inputs[i]));
        }
        List<Double> outputs = new ArrayList<>();
        for (int section = 0; section < program.sections().size(); section++) {
            interpreter.run(section);
            int count = program.sections().get(section).outputs().size();
            for (int i = 0; i < count; i++) {
                outputs.add(interpreter.output(section, i).getReal());
            }
        }
        return outputs;
    }

    private static List<Integer> methodSizes(List<byte[]> classFiles) {
        return classFiles.stream()
                .flatMap(classFile -> methodSizes(classFile).stream())
                .toList();
    }

    private static List<Integer> methodSizes(byte[] classFile) {
        List<Label> ends = new ArrayList<>();
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] thrown) {
                                MethodVisitor method = super.visitMethod(access, name, descriptor, signature, thrown);
                                return new MethodVisitor(Opcodes.ASM9, method) {
                                    @Override
                                    public void visitMaxs(int maxStack, int maxLocals) {
                                        Label end = new Label();
                                        visitLabel(end);
                                        ends.add(end);
                                        super.visitMaxs(maxStack, maxLocals);
                                    }
                                };
                            }
                        },
                        0);
        return ends.stream().map(Label::getOffset).toList();
    }
}
