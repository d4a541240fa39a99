package org.selfstab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.selfstab.cli.Main;

/** The tables of {@code reduced-ode.md} are what the commands above them print. */
class ReducedOdePageTest {

    private static final Path PAGE = Path.of("src/site/markdown/reduced-ode.md");

    /** A command in a block of its own, and the tables and their notes up to the next line of prose. */
    private static final Pattern BLOCK =
            Pattern.compile("```sh\nselfstab (.+)\n```\n\n((?:[|\\\\].*\n|\n(?=[|\\\\]))+)");

    /** A row of a table, or a note to which rows refer. */
    private static final Pattern OF_TABLES = Pattern.compile("\\|.*|\\\\\\[\\d+.*");

    private record Block(String command, String tables) {
        @Override
        public String toString() {
            return command;
        }
    }

    static Stream<Block> blocks() throws IOException {
        return BLOCK
                .matcher(Files.readString(PAGE))
                .results()
                .map(match -> new Block(match.group(1), match.group(2)))
                .toList()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void theTablesAreTheOutput(Block block) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Main.run(new PrintWriter(out), new PrintWriter(err), (block.command() + " --quiet").split(" "));

        assertThat(err.toString()).isEmpty();
        assertThat(out.toString().lines().filter(line -> OF_TABLES.matcher(line).matches()))
                .containsExactlyElementsOf(
                        block.tables().lines().filter(line -> !line.isEmpty()).toList());
    }

    /** The order of X and Y's error in epsilon is at least 1, from 1e-2 to 1e-5: with the test above, what the program says now. */
    @ParameterizedTest
    @MethodSource("blocks")
    void theErrorIsOfFirstOrder(Block block) {
        assertThat(block.command()).contains("--sweep epsilon=1e-2,1e-3,1e-4,1e-5");
        for (String equation : List.of("equation along the run", "equation (15) at τ")) {
            assertThat(block.tables().lines().filter(line -> line.contains(equation + " |")))
                    .singleElement()
                    .asString()
                    .contains("| HOLDS |");
        }
    }

    @Test
    void allFourProblemsAreThere() throws IOException {
        List<String> commands = blocks().map(Block::command).toList();

        assertThat(commands).hasSize(4);
        for (String problem : List.of("zeta=0 ", "zeta=1/2 ", "zeta=1 ", "disk-valley")) {
            assertThat(commands).anyMatch(command -> command.contains(problem));
        }
    }
}
