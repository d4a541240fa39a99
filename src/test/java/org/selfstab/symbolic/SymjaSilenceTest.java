package org.selfstab.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.autodiff.LossDerivatives;

/** Symja in a process of its own: it must print nothing, and its threads must not keep the process alive. */
class SymjaSilenceTest {

    /** What the process runs. */
    static final class Program {

        private Program() {}

        public static void main(String[] arguments) {
            Symbol x = Expression.symbol("x");
            Expression loss =
                    Expression.apply(ElementaryFunction.TANH, x.power(2)).plus(x.power(4));
            LossDerivatives derivatives = SymbolicLossDerivatives.of(List.of(x), loss);
            Simplification.general().simplify(derivatives.fourth(0, 0, 0, 0));
            IdentityProof.with(Effort.steps(10)).examine(derivatives.fourth(0, 0, 0, 0));
            Expression undefined = Expression.constant(-2).sqrt().times(x).plus(x.power(-1));
            IdentityProof.thorough().examine(undefined);
        }
    }

    @Test
    void nothingIsPrintedAndTheProcessEnds() throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        java.toString(), "-cp", System.getProperty("java.class.path"), Program.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(output).isEmpty();
        assertThat(ended).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
