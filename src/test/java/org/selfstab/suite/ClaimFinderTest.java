package org.selfstab.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.ProblemBuilder;
import org.selfstab.vocabulary.Verdict;

class ClaimFinderTest {

    private static final String PROBLEM = ProblemBuilder.of("Bowl", "x^2/2 + y^2/4")
            .parameter("eta", "1/10")
            .start("x", "1")
            .start("y", "1")
            .expect("edge.reached", "\"fails\"")
            .toml();

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return file;
    }

    private static String statement(String id, String depends) {
        return """
                id = "%s"
                kind = "fact"
                title = "Test"
                statement = "Test."
                latex = "x"
                source = "none"
                depends = [%s]
                [[check]]
                type = "identity"
                claim = "a square"
                symbols = ["x", "y"]
                left = "(x + y)^2"
                right = "x^2 + 2*x*y + y^2"
                """.formatted(id, depends);
    }

    private static List<Path> filesOf(List<ClaimFile> found) {
        return found.stream().map(ClaimFile::file).toList();
    }

    @Test
    void findsProblemsAndStatementsInTheOrderOfTheirPaths() throws IOException {
        Path b = write("b.toml", PROBLEM);
        Path a = write("inner/deep/a.toml", PROBLEM);
        Path fact = write("claims/fact.toml", statement("fact", ""));
        Path other = write("claims/other.toml", statement("other", "\"fact\""));
        Path beside = write("claims/problem.toml", PROBLEM);
        write("settings.toml", "[tool]\nname = \"something else\"\n");
        write(".hidden/c.toml", PROBLEM);
        write("target/classes/d.toml", PROBLEM);
        write("note.txt", PROBLEM);

        List<ClaimFile> found = ClaimFinder.find(List.of(folder));

        assertThat(filesOf(found)).containsExactly(b, fact, other, beside, a);
        assertThat(found).allSatisfy(file -> assertThat(file.error()).isEmpty());
        assertThat(found).allSatisfy(file -> assertThat(file.claims()).hasSize(1));
    }

    @Test
    void aFileNamedTwiceIsFoundOnce() throws IOException {
        Path file = write("b.toml", PROBLEM);
        assertThat(filesOf(ClaimFinder.find(List.of(file, folder, file)))).containsExactly(file);
    }

    @Test
    void aSingleStatementComesWithWhatItRestsOn() throws IOException {
        write("fact.toml", statement("fact", "").replace("2*x*y", "3*x*y"));
        Path other = write("other.toml", statement("other", "\"fact\""));

        List<ClaimFile> found = ClaimFinder.find(List.of(other));

        assertThat(filesOf(found)).containsExactly(other);
        Judgement judgement = found.get(0).claims().get(0).judge();
        assertThat(judgement.status()).isEqualTo(Verdict.Status.UNDECIDED);
        assertThat(judgement.reason()).isEqualTo("rests on fact, which is FAILS");
    }

    @Test
    void aWrongEquationFailsWithItsNumbers() throws IOException {
        write("fact.toml", statement("fact", "").replace("2*x*y", "3*x*y"));
        Judgement judgement =
                ClaimFinder.find(List.of(folder)).get(0).claims().get(0).judge();
        assertThat(judgement.status()).isEqualTo(Verdict.Status.FAILS);
        assertThat(judgement.reason()).startsWith("refuted: left ");
    }

    @Test
    void whatCannotBeReadIsListedWithItsPlace() throws IOException {
        Path misspelt = write("a.toml", PROBLEM.replace("edge.reached", "edge.reachd"));
        Path syntax = write("b.toml", "loss = \n");
        Path lossless = write("c.toml", PROBLEM.replace("loss =", "los ="));
        Path fine = write("d.toml", PROBLEM);
        Path missing = folder.resolve("missing");

        List<ClaimFile> found = ClaimFinder.find(List.of(folder, missing));

        assertThat(filesOf(found)).containsExactly(misspelt, syntax, lossless, fine, missing);
        assertThat(found.get(0).error())
                .contains(misspelt + ":10:1: unknown expectation edge.reachd; did you mean edge.reached?");
        assertThat(found.get(1).error().orElseThrow()).startsWith(syntax + ":1:8: not TOML");
        assertThat(found.get(2).error().orElseThrow()).startsWith(lossless + ":3:1: unknown key los");
        assertThat(found.get(3).error()).isEmpty();
        assertThat(found.get(4).error().orElseThrow()).startsWith(missing + ":1:1: no such file or folder");
    }

    @Test
    void aBrokenStatementIsAnErrorOfItsFolder() throws IOException {
        Path broken = write("claims/broken.toml", statement("broken", "").replace("kind = \"fact\"", "kind = \"fct\""));
        write("claims/fine.toml", statement("fine", ""));
        Path problem = write("problem.toml", PROBLEM);

        List<ClaimFile> found = ClaimFinder.find(List.of(folder));

        assertThat(filesOf(found)).containsExactly(broken, problem);
        assertThat(found.get(0).error().orElseThrow()).startsWith(broken + ":2:8: unknown kind fct");
    }

    @Test
    void aFileThatIsNamedIsNeverPassedOver() throws IOException {
        Path settings = write("settings.toml", "[tool]\nname = \"something else\"\n");
        Path statement = write("claims/fact", statement("fact", ""));

        List<ClaimFile> found = ClaimFinder.find(List.of(settings, statement));

        assertThat(filesOf(found)).containsExactly(settings, statement);
        assertThat(found.get(0).error().orElseThrow()).startsWith(settings + ":1:1: unknown table tool");
        assertThat(found.get(1).claims()).hasSize(1);
    }
}
