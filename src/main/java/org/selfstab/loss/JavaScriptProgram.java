package org.selfstab.loss;

import static java.util.stream.Collectors.joining;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.ExpressionLimitException;
import org.selfstab.expression.Instruction;
import org.selfstab.expression.NearestDouble;
import org.selfstab.expression.Operation;
import org.selfstab.expression.StraightLineProgram;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.autodiff.LossDerivatives;

/**
 * Straight-line programs in double precision as JavaScript: the same instructions in the same order as {@link ClassGenerator} writes them in
 * bytecode, so that what needs no function but the square root is rounded alike, operation by operation.
 *
 * <p>A program is the object {@code {inputs, scratch, outputs: [...], sections: [[(i, s, o) => ..., ...], ...]}}: a section's functions, run in order, read
 * the inputs i, keep in s what a later function needs, and leave the section's outputs in o. The text holds numbers, and names that are made here: no
 * name of a problem gets into it. It refers to an object {@code F} for the functions that JavaScript's Math does not have.
 */
public final class JavaScriptProgram {

    /** The longest program of a loss, in instructions: about a megabyte of text. */
    public static final int MAX_INSTRUCTIONS = 30_000;

    private final StraightLineProgram program;
    private final MethodPlan plan;

    private JavaScriptProgram(StraightLineProgram program) {
        this.program = program;
        this.plan = MethodPlan.of(program);
    }

    /**
     * A loss and its derivatives with its parameters left as inputs. The inputs are the variables, the parameters and a direction a; the sections
     * are value, gradient, upper triangle of the Hessian, what {@code D3L} needs of the point alone, and upper triangle of {@code D3L(a, ., .)}.
     *
     * @param derivatives the loss, an expression of its variables and of the parameters
     * @throws ExpressionLimitException if that takes more than {@value #MAX_INSTRUCTIONS} instructions
     */
    public static String ofLoss(LossDerivatives derivatives, List<Symbol> parameters) {
        List<Symbol> inputs = Stream.of(derivatives.variables(), parameters, derivatives.firstDirection())
                .flatMap(List::stream)
                .toList();
        StraightLineProgram upToSecond = DerivativeOrder.upToSecond(derivatives, inputs);
        requireShort(upToSecond);
        StraightLineProgram program = DerivativeOrder.SECOND.next(upToSecond, derivatives);
        requireShort(program);
        return new JavaScriptProgram(program).text();
    }

    private static void requireShort(StraightLineProgram program) {
        if (program.instructions().size() > MAX_INSTRUCTIONS) {
            throw new ExpressionLimitException(
                    "more than " + MAX_INSTRUCTIONS + " operations with the derivatives",
                    "write the loss shorter or with fewer variables");
        }
    }

    /** The value of an expression of some symbols, as the only output of a program of one section. */
    public static String of(List<Symbol> inputs, Expression expression) {
        return new JavaScriptProgram(StraightLineProgram.of(inputs, List.of(List.of(expression)))).text();
    }

    private String text() {
        String sections = plan.methodsOfSections().stream()
                .map(methods -> methods.stream().map(this::function).collect(joining(",\n", "[", "]")))
                .collect(joining(",\n"));
        String outputs = program.sections().stream()
                .map(section -> String.valueOf(section.outputs().size()))
                .collect(joining(", ", "[", "]"));
        return "{inputs: " + program.inputCount() + ", scratch: " + plan.scratchSize() + ", outputs: " + outputs
                + ", sections: [" + sections + "]}";
    }

    private String function(List<Task> tasks) {
        FunctionWriter writer = new FunctionWriter();
        tasks.forEach(writer::write);
        return "(i, s, o) => {" + writer.body + "}";
    }

    /** Writes the body of one function. A value once computed or loaded from an array stays in a variable, named by its instruction. */
    private final class FunctionWriter implements Instruction.Visitor<String> {

        private final StringBuilder body = new StringBuilder();
        private final Set<Integer> variables = new HashSet<>();

        void write(Task task) {
            int index = task.instruction();
            if (task.storesOutput()) {
                String value = value(index);
                body.append("o[")
                        .append(task.output())
                        .append("]=")
                        .append(value)
                        .append(";\n");
            } else {
                declare(index, instruction(index).accept(this));
                plan.spillSlot(index).ifPresent(slot -> body.append("s[")
                        .append(slot)
                        .append("]=v")
                        .append(index)
                        .append(";\n"));
            }
        }

        private void declare(int index, String value) {
            body.append("const v").append(index).append('=').append(value).append(";\n");
            variables.add(index);
        }

        private Instruction instruction(int index) {
            return program.instructions().get(index);
        }

        /** What stands for an instruction's value, which is at hand or has been computed before. */
        private String value(int index) {
            Optional<String> constant = constant(instruction(index));
            if (constant.isPresent()) {
                return constant.get();
            }
            if (!variables.contains(index)) {
                declare(
                        index,
                        instruction(index) instanceof Instruction.LoadInput input
                                ? "i[" + input.index() + "]"
                                : "s[" + plan.spillSlot(index).orElseThrow() + "]");
            }
            return "v" + index;
        }

        private Optional<String> constant(Instruction instruction) {
            return instruction instanceof Instruction.LoadConstant || instruction instanceof Instruction.LoadPi
                    ? Optional.of(instruction.accept(this))
                    : Optional.empty();
        }

        @Override
        public String visitConstant(BigFraction value) {
            return literal(NearestDouble.of(value));
        }

        @Override
        public String visitPi() {
            return "Math.PI";
        }

        @Override
        public String visitInput(int index) {
            throw new IllegalStateException("an input is not computed");
        }

        @Override
        public String visitNegate(int operand) {
            return "-" + value(operand);
        }

        @Override
        public String visitBinary(Operation operation, int left, int right) {
            String first = value(left);
            String second = value(right);
            String sign =
                    switch (operation) {
                        case ADD -> "+";
                        case SUBTRACT -> "-";
                        case MULTIPLY -> "*";
                        case DIVIDE -> "/";
                    };
            return first + sign + second;
        }

        @Override
        public String visitSquareRoot(int operand) {
            return "Math.sqrt(" + value(operand) + ")";
        }

        @Override
        public String visitRationalPower(int operand, BigFraction exponent) {
            return "Math.pow(" + value(operand) + "," + literal(NearestDouble.of(exponent)) + ")";
        }

        @Override
        public String visitSechSquared(int operand) {
            return "F.sechSquared(" + value(operand) + ")";
        }

        @Override
        public String visitCall(ElementaryFunction function, int operand) {
            String place =
                    switch (function) {
                        case EXP, LOG, SIN, COS, TAN, SINH, COSH, ATAN, ABS -> "Math.";
                        case TANH, SOFTPLUS, SIGMOID, LOGCOSH, ERF -> "F.";
                    };
            return place + function.functionName() + "(" + value(operand) + ")";
        }

        /** Both languages write and read doubles alike; two signs in a row would be another operator. */
        private static String literal(double value) {
            return value < 0 ? "(" + value + ")" : String.valueOf(value);
        }
    }
}
