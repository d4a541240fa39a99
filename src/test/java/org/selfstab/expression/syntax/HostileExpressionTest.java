package org.selfstab.expression.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts made to exhaust time, memory or the stack. */
class HostileExpressionTest {

    /** Guards against work that does not end, also on a busy machine. */
    private static final Duration BOUND = Duration.ofSeconds(30);

    private static final ExpressionParser PARSER = new ExpressionParser(List.of("x", "y"));

    static Stream<Named<String>> refusedTexts() {
        return Stream.of(
                text("10^10^10"),
                text("x^(10^9)"),
                text("(".repeat(100_000) + "x" + ")".repeat(100_000)),
                text("(".repeat(30_000) + "x" + ")".repeat(30_000)),
                text("sin(".repeat(10_000) + "x"),
                text("w[".repeat(10_000)),
                text("-".repeat(60_000) + "x"),
                text("x" + "^x".repeat(30_000)),
                text("2" + "^2".repeat(30_000)),
                text("x" + "^-".repeat(30_000) + "1"),
                text("While(True,1)"),
                text("Import(\"secret.txt\")"),
                text("x+".repeat(5 * 1024 * 1024)),
                text("x".repeat(60_000)),
                text("sum(i,1,1000000,sum(j,1,1000000,x))"),
                text("sum(i,1,10000,sum(j,1,10000,x))"),
                text("sum(a,1,99,sum(b,1,99,sum(c,1,99,sum(d,1,99,sum(e,1,99,x^e)))))"),
                text("sum(i,1,90000,sum(j,2,1,x))+sum(i,1,90000,x)"),
                text("sum(i,-2147483648,2147483647,x)"),
                text("sum(i,1,10000,x/(2*i+1))"),
                text("1/(1-1)"),
                text("1e999999999"),
                text("1e-999999999"),
                text("9".repeat(60_000)),
                text("0." + "9".repeat(60_000)),
                text("1e" + "0".repeat(50_000) + "99999"),
                text("x^(1/3)" + "*x^(1/997)".repeat(2) + "*x^(1/991)"),
                text("x^600*x^600"),
                text("x+".repeat(40_000) + "x"));
    }

    private static Named<String> text(String text) {
        return Named.of(text.substring(0, Math.min(30, text.length())) + " (" + text.length() + ")", text);
    }

    @ParameterizedTest
    @MethodSource("refusedTexts")
    void isRefusedSoonWithAShortMessage(String text) {
        Throwable error = assertTimeoutPreemptively(BOUND, () -> catchThrowable(() -> PARSER.parse(text)));
        assertThat(error).isInstanceOf(ExpressionSyntaxException.class);
        assertThat(error.getMessage().length()).isLessThan(400);
        assertThat(error.getMessage()).doesNotContain("\n");
    }

    @Test
    void longSumsAndProductsAreReadSoon() {
        List<String> names = IntStream.range(0, 4000).mapToObj(i -> "v" + i).toList();
        ExpressionParser parser = new ExpressionParser(names);
        for (String operator : List.of("+", "*")) {
            String chain = String.join(operator, names);
            assertTimeoutPreemptively(BOUND, () -> parser.parse(chain));
            String nested = "(".repeat(190) + chain + (operator + "v1)").repeat(190);
            Throwable error = assertTimeoutPreemptively(BOUND, () -> catchThrowable(() -> parser.parse(nested)));
            assertThat(error).hasMessageContaining("nested too deeply");
        }
    }
}
