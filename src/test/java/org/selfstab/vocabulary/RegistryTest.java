package org.selfstab.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The registry says everything once. */
class RegistryTest {

    private static final Path SOURCES = Path.of("src/main/java/org/selfstab");
    private static final Pattern CONSTANT = Pattern.compile("\"[^\"\\n]*\\bC_[1LSPD]\\b[^\"\\n]*\"");

    @Test
    void keysAreUnique() {
        assertThat(Quantities.all()).extracting(Quantity::key).doesNotHaveDuplicates();
        assertThat(Claims.all()).extracting(Claim::key).doesNotHaveDuplicates();
        assertThat(Stream.concat(
                        Quantities.all().stream().filter(Quantity::isExpectable).map(Quantity::key),
                        Claims.all().stream().map(Claim::key)))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyQuantityIsFoundByItsKey() {
        assertThat(Quantities.all())
                .allSatisfy(each -> assertThat(Quantities.of(each.key())).isEqualTo(each));
        assertThat(Claims.all())
                .allSatisfy(each -> assertThat(Claims.of(each.key())).isEqualTo(each));
        assertThatThrownBy(() -> Quantities.of("coupling.constnt"))
                .isInstanceOf(SelfstabException.class)
                .hasMessageContaining("did you mean coupling.constant?");
        assertThatThrownBy(() -> Claims.of("condition.eigengab"))
                .hasMessageContaining("did you mean condition.eigengap?");
    }

    @Test
    void formulasAreThoseOfTheTheory() throws IOException {
        String theory = Files.readString(Path.of("theory/theory.md"));
        assertThat(Stream.concat(
                                Quantities.all().stream().map(Quantity::formula),
                                Claims.all().stream().map(Claim::formula))
                        .flatMap(Optional::stream))
                .allSatisfy(number -> assertThat(theory).contains("(" + number + ") "));
    }

    @Test
    void whatDecidesAClaimHasALimit() {
        assertThat(Claims.all()).allSatisfy(claim -> assertThat(claim.measures())
                .allSatisfy(measure -> assertThat(measure.limit()).isPresent()));
    }

    @Test
    void everyNotationIsOfItsMedium() {
        assertThat(Stream.concat(
                        Quantities.all().stream().map(Quantity::symbol),
                        Claims.all().stream().map(Claim::statement)))
                .allSatisfy(notation -> {
                    assertThat(notation.ascii()).isPrintable().matches("\\p{ASCII}+");
                    assertThat(notation.unicode()).doesNotContain("eps", "delta", "eta ", "lambda", "<=", "->");
                    assertThat(notation.latex().chars().filter(c -> c == '$').count() % 2)
                            .isZero();
                });
    }

    /** The checker spells for itself, since it shares nothing with what it checks. */
    @Test
    void noConstantIsSpelledElsewhere() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.startsWith(SOURCES.resolve("recheck"))
                                    && !file.startsWith(SOURCES.resolve("vocabulary"))))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(
                                    CONSTANT.matcher(Files.readString(file)).results())
                            .as(file.toString())
                            .isEmpty());
        }
    }
}
