package org.selfstab.claims;

import java.util.Locale;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.dynamics.AmbientStep;
import org.selfstab.dynamics.GeneralisedStep;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.MovingFrameStep;
import org.selfstab.dynamics.PredictedStep;

/** The three forms of the predicted dynamics (theory.md section 4). */
public enum PredictedFrame {
    /** The paper's form (11). */
    MOVING {
        @Override
        <T extends CalculusFieldElement<T>> PredictedStep<T> of(Model<T> model) {
            return new MovingFrameStep<>(model.eta());
        }
    },
    /** The form of the paper's code. */
    AMBIENT {
        @Override
        <T extends CalculusFieldElement<T>> PredictedStep<T> of(Model<T> model) {
            return new AmbientStep<>(model.eta());
        }
    },
    /** The ambient form for losses that are far from cubic along u. */
    GENERALISED {
        @Override
        <T extends CalculusFieldElement<T>> PredictedStep<T> of(Model<T> model) {
            return new GeneralisedStep<>(model.loss(), model.eta());
        }
    };

    abstract <T extends CalculusFieldElement<T>> PredictedStep<T> of(Model<T> model);

    /** The name on the command line. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
