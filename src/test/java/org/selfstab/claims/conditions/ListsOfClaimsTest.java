package org.selfstab.claims.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.selfstab.vocabulary.Claims;

/** Every condition and conclusion is decided, each once and in the order of the registry. */
class ListsOfClaimsTest {

    @Test
    void everyConditionIsWatched() {
        assertThat(Conditions.ALL).extracting(Conditions.Watched::claim).containsExactlyElementsOf(Claims.conditions());
    }

    @Test
    void everyConclusionIsDecided() {
        assertThat(Conclusions.ALL)
                .extracting(Conclusions.Decided::claim)
                .containsExactlyElementsOf(Claims.conclusions());
    }
}
