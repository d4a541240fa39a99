package org.selfstab.loss;

import org.hipparchus.util.Binary64;

/** The derivatives of a loss in double precision, without objects: the hot loop's counterpart of {@link LossAtPoint}. Belongs to one thread. */
public interface DerivativeKernel extends ArrayDerivatives {

    /** The loss at the present point, in objects that stay when the kernel moves on. */
    LossAtPoint<Binary64> snapshot();
}
