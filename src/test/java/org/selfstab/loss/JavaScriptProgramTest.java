package org.selfstab.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.selfstab.expression.Expression;
import org.selfstab.expression.ExpressionLimitException;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.autodiff.ExpressionDerivatives;
import org.selfstab.expression.syntax.ExpressionParser;

/** The text of programs in JavaScript; that it computes what Java does is tested in a browser. */
class JavaScriptProgramTest {

    private static final Pattern WORD = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");

    private static final List<Symbol> XY = List.of(Expression.symbol("x"), Expression.symbol("y"));

    private static Expression parsed(String text, Set<String> names) {
        return new ExpressionParser(names).parse(text).expression();
    }

    @Test
    void isOneFunctionForAnExpression() {
        assertThat(JavaScriptProgram.of(XY, parsed("x*y - 3/2*sqrt(x)", Set.of("x", "y"))))
                .isEqualTo("""
                        {inputs: 2, scratch: 0, outputs: [1], sections: [[(i, s, o) => {const v0=i[0];
                        const v1=i[1];
                        const v2=v0*v1;
                        const v3=Math.sqrt(v0);
                        const v5=1.5*v3;
                        const v6=v2-v5;
                        o[0]=v6;
                        }]]}""");
    }

    @Test
    void negativeNumbersFollowNoSign() {
        assertThat(JavaScriptProgram.of(XY, parsed("x^(-3/2) - (-1/3)*exp(-y/7)", Set.of("x", "y"))))
                .doesNotContain("--", "++", "+-", "-+");
    }

    @Test
    void noNameOfAProblemGetsIntoIt() {
        Set<String> names = Set.of("var", "new", "alert", "return");
        List<Symbol> variables = List.of(Expression.symbol("var"), Expression.symbol("new"));
        List<Symbol> parameters = List.of(Expression.symbol("alert"), Expression.symbol("return"));
        Expression loss = parsed("alert*tanh(var*new)^2 + erf(return*var) + softplus(new) + pi*abs(var)^(1/3)", names);
        String program = JavaScriptProgram.ofLoss(ExpressionDerivatives.of(variables, loss), parameters);
        assertThat(WORD.matcher(program).results().map(match -> match.group()))
                .allMatch(word -> word.matches(
                        "v\\d+|[isoFE]|E\\d*|const|inputs|scratch|outputs|sections|Math|sqrt|pow|abs|exp|PI|tanh|erf"
                                + "|softplus|sigmoid|sechSquared|log|cosh"));
    }

    @Test
    void longProgramsAreSeveralFunctionsThatShareValues() {
        StringBuilder text = new StringBuilder("x");
        for (int i = 2; i < 300; i++) {
            text.append(" + sin(x*y/").append(i).append(")*exp(x/").append(i).append(')');
        }
        String program = JavaScriptProgram.ofLoss(
                ExpressionDerivatives.of(XY, parsed(text.toString(), Set.of("x", "y"))), List.of());
        assertThat(program.split("=> ", -1)).hasSizeGreaterThan(6);
        assertThat(program).contains("s[0]=");
    }

    @Test
    void whatIsTooLongIsRefused() {
        StringBuilder text = new StringBuilder("x");
        for (int i = 2; i < 1500; i++) {
            text.append(" + tanh(x*y/").append(i).append(")*exp(x/").append(i).append(')');
        }
        ExpressionDerivatives derivatives = ExpressionDerivatives.of(XY, parsed(text.toString(), Set.of("x", "y")));
        assertThatThrownBy(() -> JavaScriptProgram.ofLoss(derivatives, List.of()))
                .isInstanceOf(ExpressionLimitException.class)
                .hasMessageContaining("more than 30000 operations");
    }
}
