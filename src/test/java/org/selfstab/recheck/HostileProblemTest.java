package org.selfstab.recheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checker ends soon whatever a certificate's formulas say: it computes what is very large or small, or refuses what has no bound on its work. */
class HostileProblemTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static String honest;

    @BeforeAll
    static void certify() throws IOException {
        honest = Files.readString(Certificates.write(
                folder, Path.of("src/test/resources/certificates/hang.toml"), Map.of(), Optional.empty()));
    }

    private static RecheckResult check(ObjectNode tree) throws IOException {
        return Rechecker.check(
                Files.writeString(folder.resolve("hostile.json"), Certificates.sealed(tree)), step -> {});
    }

    private static RecheckResult checkWithAddedTo(String where, String name, String added) throws IOException {
        ObjectNode tree = (ObjectNode) JSON.readTree(honest);
        ObjectNode place = (ObjectNode) tree.at(where);
        place.set(name, TextNode.valueOf(place.get(name).textValue() + added));
        return check(tree);
    }

    /** Its step size has a summand {@code atan(exp(-23000))}. */
    @Test
    void aSummandOfTenThousandZerosIsConfirmed() throws IOException {
        assertThat(check((ObjectNode) JSON.readTree(honest)).isConfirmed()).isTrue();
    }

    /** Nothing changes, so that everything stays confirmed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0*softplus(30000)",
                "logcosh(12000) - logcosh(12000)",
                "0*cos(exp(100000))",
                "0*sin(10^300)",
                "exp(-10^9)",
                "0*erf(30000)",
                "0*cosh(20000)",
                "0*sinh(-90000)",
                "0*erf(1/10000)^300"
            })
    void extremeNumbersAreEnclosed(String summand) throws IOException {
        assertThat(checkWithAddedTo("/problem/parameters", "eta", " + " + summand)
                        .isConfirmed())
                .isTrue();
        assertThat(checkWithAddedTo("/problem", "loss", " + (" + summand + ")*0*x")
                        .isConfirmed())
                .isTrue();
    }

    /** Which may be undefined or have no bound. */
    @ParameterizedTest
    @ValueSource(strings = {"exp(-exp(exp(20)))", "0*tan(10^999)", "0*log(-exp(-20000))"})
    void whatHasNoBoundIsRejected(String summand) throws IOException {
        assertThat(checkWithAddedTo("/problem/parameters", "eta", " + " + summand)
                        .isRejected())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0*sin(10^(10^9))",
                "0*2^999999999",
                "2^(2^(2^(2^2)))",
                "1e-999999999",
                "(1 + 1/10^30)^(10^12)",
                "atan(10^-2000000)"
            })
    void whatHasTooManyDigitsIsRefused(String summand) {
        assertThatThrownBy(() -> checkWithAddedTo("/problem/parameters", "eta", " + " + summand))
                .isInstanceOf(CertificateException.class)
                .hasMessageNotContaining("\n");
    }

    /** A short text whose sum takes the checker's time at each of its terms. */
    @ParameterizedTest
    @ValueSource(strings = {"DIGITS*i", "i BLANKS", "exp(i/7) + sqrt(i) + erf(i) + tan(i)"})
    void sumsOfTermsThatTakeLongAreRefused(String term) {
        String written = term.replace("DIGITS", "0." + "3".repeat(2_400)).replace("BLANKS", " ".repeat(90_000));
        assertThatThrownBy(() -> checkWithAddedTo("/problem", "loss", " + 0*sum(i,1,13000," + written + ")"))
                .isInstanceOf(CertificateException.class)
                .hasMessageNotContaining("\n")
                .message()
                .containsAnyOf("more ", "too many ");
    }

    /** The limits are those of all parameters together. */
    @Test
    void manyParametersThatEachTakeLongAreRefused() throws IOException {
        ObjectNode tree = (ObjectNode) JSON.readTree(honest);
        for (int i = 0; i < 10; i++) {
            ((ObjectNode) tree.at("/problem/parameters")).put("q" + i, "sum(i,1,5000,exp(i/7))");
        }
        assertThatThrownBy(() -> check(tree))
                .isInstanceOf(CertificateException.class)
                .hasMessageContaining("more than 40000 operations");
    }

    /** Which would take all memory: a million numbers in lists of lists. */
    @Test
    void listsOfListsAreBoundedTogether() throws IOException {
        ObjectNode tree = (ObjectNode) JSON.readTree(honest);
        ArrayNode frame = ((ObjectNode) tree.at("/steps/0/iterate")).putArray("frame");
        for (int i = 0; i < 1_000; i++) {
            ArrayNode row = frame.addArray();
            for (int j = 0; j < 1_000; j++) {
                row.add(0.0);
            }
        }
        assertThatThrownBy(() -> check(tree))
                .isInstanceOf(CertificateException.class)
                .hasMessageContaining("a list of more than 10000 items");
    }

    @Test
    void whatIsTooDeepOrTooLongIsRefused() {
        for (String more : new String[] {
            " + 0*" + "sin(".repeat(15_000) + "x" + ")".repeat(15_000),
            " + " + "-".repeat(60_000) + "x",
            " + " + "x^".repeat(20_000) + "2",
            " + 0*x".repeat(20_000),
            " + 0" + "*(1 + x*y)".repeat(9_000)
        }) {
            assertThatThrownBy(() -> checkWithAddedTo("/problem", "loss", more))
                    .isInstanceOf(CertificateException.class)
                    .hasMessageNotContaining("\n");
        }
    }
}
