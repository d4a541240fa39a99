package org.selfstab.vocabulary;

import java.util.Arrays;
import java.util.Optional;

/** The four stages of self-stabilization, theory.md (21): the quadrants of (X - 1, Y), in the order in which they follow. */
public enum Stage {
    /** X &lt; 1, Y &lt; 0: the sharpness, below 2/eta, grows. */
    PROGRESSIVE_SHARPENING("progressive sharpening"),
    /** X &lt; 1, Y &gt; 0: the sharpness is above 2/eta and |x| grows. */
    BLOW_UP("blow-up"),
    /** X &gt; 1, Y &gt; 0: |x| is so large that the sharpness falls. */
    SELF_STABILIZATION("self-stabilization"),
    /** X &gt; 1, Y &lt; 0: the sharpness is below 2/eta and |x| shrinks. */
    RETURN_TO_STABILITY("return to stability");

    private final String title;

    Stage(String title) {
        this.title = title;
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** The stage of a title, in whatever case. */
    public static Optional<Stage> titled(String title) {
        return Arrays.stream(values())
                .filter(stage -> stage.title.equalsIgnoreCase(title))
                .findFirst();
    }

    /** The stage before this one in the cycle. */
    public Stage previous() {
        return switch (this) {
            case PROGRESSIVE_SHARPENING -> RETURN_TO_STABILITY;
            case BLOW_UP -> PROGRESSIVE_SHARPENING;
            case SELF_STABILIZATION -> BLOW_UP;
            case RETURN_TO_STABILITY -> SELF_STABILIZATION;
        };
    }

    /** The stage of a state; a state on an axis belongs to the stage that it is about to enter. */
    public static Stage of(double logX, double y) {
        if (logX == 0) {
            return y > 0 ? SELF_STABILIZATION : PROGRESSIVE_SHARPENING;
        }
        if (logX < 0) {
            return y >= 0 ? BLOW_UP : PROGRESSIVE_SHARPENING;
        }
        return y > 0 ? SELF_STABILIZATION : RETURN_TO_STABILITY;
    }
}
