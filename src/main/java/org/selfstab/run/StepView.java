package org.selfstab.run;

import java.util.List;

/** One step of a run as its listeners see it, in double precision; each number is computed when it is asked for, while the step is made. */
public interface StepView {

    /** Its number, from 0. */
    int t();

    /** {@code theta_t}, of dimension n. */
    List<Double> theta();

    /** {@code dagger_t}, the constrained trajectory's point, of dimension n. */
    List<Double> dagger();

    /** {@code L(theta_t)}. */
    double loss();

    /** {@code S(theta_t)}. */
    double sharpness();

    /** {@code alpha_t}, the progressive sharpening. */
    double alpha();

    /** {@code beta_t}, the strength of self-stabilization. */
    double beta();

    /** {@code x_t}, the displacement from the constrained trajectory along u. */
    double x();
}
