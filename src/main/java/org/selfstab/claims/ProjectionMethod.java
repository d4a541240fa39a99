package org.selfstab.claims;

import java.util.Locale;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.dynamics.Setting;
import org.selfstab.geometry.LinearisedProjection;
import org.selfstab.geometry.StableSetProjection;

/** The projections onto the stable set that a run can use. */
public enum ProjectionMethod {
    /** The true nearest point. */
    EXACT {
        @Override
        <T extends CalculusFieldElement<T>> StableSetProjection<T> of(Setting<T> setting) {
            return setting.nearestPoint().get();
        }
    },
    /** The three linearised steps of the paper's code, for comparison. */
    LINEARISED {
        @Override
        <T extends CalculusFieldElement<T>> StableSetProjection<T> of(Setting<T> setting) {
            return new LinearisedProjection<>(setting.surveyor(), setting.eta());
        }
    };

    abstract <T extends CalculusFieldElement<T>> StableSetProjection<T> of(Setting<T> setting);

    /** The name on the command line. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
