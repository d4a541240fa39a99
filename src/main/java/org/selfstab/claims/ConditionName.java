package org.selfstab.claims;

/** The theory's conditions (theory.md section 7), and two that it takes for granted: the edge and the projection. */
public enum ConditionName {
    EDGE_REACHED(
            "edge.reached",
            "edge reached",
            "S(dagger_t) = 2/eta from t = 0 on, up to the eps^2/eta of one step of progressive sharpening"),
    NEAREST_POINT(
            "condition.nearest_point",
            "nearest point",
            "each dagger_t is the point of the stable set nearest to what it is the projection of (first- and second-order conditions)"),
    PROGRESSIVE_SHARPENING(
            "condition.progressive_sharpening",
            "progressive sharpening",
            "alpha_t > 0 and gamma_t bounded below; alpha and beta comparable over the run"),
    EIGENGAP("condition.eigengap", "eigengap", "lambda_2 <= c/eta with c < 2 on the constrained trajectory"),
    SMOOTHNESS(
            "condition.smoothness",
            "smoothness",
            "rho_4 = O(eta rho_3^2), rho_k the sup of |D^kL| near the trajectory"),
    NON_WORST_CASE(
            "condition.non_worst_case",
            "non-worst-case (reconstructed)",
            "curvature off u is O(eps) along w = v*_perp, gradL_perp, gradS_perp; the paper's exact wording was not at hand"),
    AXIS_DISTANCE("condition.axis_distance", "not too close to the axis", "min |x*_t| >= c_1 delta"),
    SMALL_START("condition.small_start", "small start", "|v_0| = O(delta)"),
    MEMORY("condition.memory", "memory", "beta_{s->t} neither grows nor changes sign wildly");

    private final String dottedName;
    private final String title;
    private final String statement;

    ConditionName(String dottedName, String title, String statement) {
        this.dottedName = dottedName;
        this.title = title;
        this.statement = statement;
    }

    /** The name in problem files, the same as in {@code [expect]}. */
    public String dottedName() {
        return dottedName;
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** What the condition asks for. */
    public String statement() {
        return statement;
    }
}
