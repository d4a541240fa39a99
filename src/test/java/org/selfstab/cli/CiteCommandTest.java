package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.selfstab.run.RunRecord;

/** What is cited is the same wherever it is written. */
class CiteCommandTest {

    private static final Path CFF = Path.of("CITATION.cff");

    @Test
    void printsWhatThePageShows() throws Exception {
        String page = Files.readString(Path.of("src/site/markdown/citing.md"));
        String printed = Result.of("cite").out();

        String version = RunRecord.thisProgram().substring("selfstab ".length());
        Matcher blocks = Pattern.compile("```bibtex\\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(blocks.results().map(block -> block.group(1).replace("{0.1.0}", "{" + version + "}")))
                .hasSize(3)
                .allSatisfy(entry -> assertThat(printed).contains(entry));
    }

    @Test
    void printsTheCitationFileOfTheSources() throws Exception {
        assertThat(Result.of("cite", "--format", "cff").out()).isEqualTo(Files.readString(CFF));
    }

    @Test
    void allFilesNameTheSameVersionAndTitle() throws Exception {
        Matcher pom =
                Pattern.compile("<version>(.*?)(-SNAPSHOT)?</version>").matcher(Files.readString(Path.of("pom.xml")));
        assertThat(pom.find()).isTrue();
        JsonNode zenodo = new ObjectMapper().readTree(Files.readString(Path.of(".zenodo.json")));

        assertThat(Files.readString(CFF))
                .contains("\nversion: " + pom.group(1) + "\n")
                .contains("\ntitle: \"" + zenodo.path("title").asText() + "\"\n")
                .contains("abstract: \"" + zenodo.path("description").asText() + "\"\n");
        assertThat(zenodo.path("version").asText()).isEqualTo(pom.group(1));
        assertThat(Result.of("cite").out()).contains("{" + zenodo.path("title").asText() + "}");
    }

    @Test
    void refusesAnotherFormat() {
        Result refused = Result.of("cite", "--format", "apa");
        assertThat(refused.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(refused.err()).contains("bibtex").contains("cff");
    }
}
