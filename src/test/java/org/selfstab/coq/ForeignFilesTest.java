package org.selfstab.coq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.Selfstab;
import org.selfstab.recheck.CertifiedBox;
import org.selfstab.recheck.StatedProblem;
import org.selfstab.report.StatedProblems;
import org.selfstab.run.RunListener;
import org.selfstab.vocabulary.SelfstabException;

/** Statements, certificates and folders of strangers, by which Coq might be given something else than what is shown. */
class ForeignFilesTest {

    @TempDir
    private Path folder;

    @Test
    void twoStatementsHaveTwoFiles() {
        List<FormalFile> files = Stream.of("a-b", "a_b", "A-B", "selfstab", "c")
                .map(id -> new FormalFile(id, StatementFile.moduleName(id), () -> "text"))
                .toList();
        assertThat(FormalFile.distinct(files)).extracting(FormalFile::module).containsExactly("a_b", "", "", "", "c");
    }

    @Test
    void aFolderThatHasLibrariesOfItsOwnIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("Interval"));
        assertThatThrownBy(() -> FormalFile.check(Proofs.COQC, folder, List.of(), RunListener.none()))
                .isInstanceOf(SelfstabException.class)
                .hasMessageContaining("has a folder or a link, Interval");
    }

    /** Sides in another order would be those of other variables. */
    @Test
    void sidesAreThoseOfTheVariables() {
        StatedProblem valley = StatedProblems.of(
                Selfstab.read(Path.of("examples/sharp-valley.toml")).problem(), Optional.empty());
        CertifiedBox.Side x = new CertifiedBox.Side("x", -0.001, 0.001);
        CertifiedBox.Side y = new CertifiedBox.Side("y", 6, 7);
        CertifiedBox.Claim claim =
                new CertifiedBox.Claim("sharpness", true, BigDecimal.ZERO, "HOLDS", Optional.empty());
        assertThat(CertificateFiles.ofBox(new CertifiedBox(valley, List.of(x, y), List.of(claim)))
                        .files())
                .hasSize(1);
        for (List<CertifiedBox.Side> sides :
                List.of(List.of(y, x), List.of(x), List.of(x, y, y), List.of(x, y, new CertifiedBox.Side("w", 0, 1)))) {
            assertThatThrownBy(() -> CertificateFiles.ofBox(new CertifiedBox(valley, sides, List.of(claim))))
                    .hasMessageContaining("not those of the variables");
        }
    }
}
