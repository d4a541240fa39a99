package org.selfstab.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallTest {

    @Test
    void argumentsAreAsTheyWereGiven() {
        assertThat(Call.of("17\0terminal\0verify\0a b\0\0two\nlines\0"))
                .contains(new Call(17, true, List.of("verify", "a b", "", "two\nlines")));
        assertThat(Call.of("4\0plain\0")).contains(new Call(4, false, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "17\0",
                "17\0plain",
                "17\0plain\0ver",
                "x\0plain\0verify\0",
                "17\0loud\0verify\0",
                "9999999999999999999\0plain\0verify\0"
            })
    void whatIsNoWholeCallIsNone(String text) {
        assertThat(Call.of(text)).isEmpty();
    }
}
