package org.selfstab.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SelfstabExceptionTest {

    private static final Location PLACE = new Location("a.toml", 3, 7);

    @Test
    void tellsPlaceProblemAndRemedyInOneLine() {
        assertThat(PLACE.error("eta is 0", "it must be positive"))
                .hasMessage("a.toml:3:7: eta is 0; it must be positive");
        assertThat(new SelfstabException("eta is 0", "it must be positive"))
                .hasMessage("eta is 0; it must be positive");
        assertThat(new SelfstabException(Optional.of(PLACE), "eta is 0", "")).hasMessage("a.toml:3:7: eta is 0");
    }

    @Test
    void isPlacedByWhoeverKnowsThePlace() {
        SelfstabException unplaced = new SelfstabException("eta is 0", "it must be positive");
        SelfstabException placed = unplaced.at(PLACE);
        assertThat(placed)
                .hasMessage("a.toml:3:7: eta is 0; it must be positive")
                .hasCause(unplaced);
        assertThat(placed.where()).contains(PLACE);
        assertThat(placed.within("with a = 1: ")).hasMessage("with a = 1: eta is 0; it must be positive");
    }

    @Test
    void movesNoCursor() {
        assertThat(new SelfstabException("a\u001b[2Jb\nHOLDS", "")).hasMessage("a\\u001b[2Jb\\nHOLDS");
    }
}
