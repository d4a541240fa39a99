(* What the files that selfstab writes share: tactics, and no axiom. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

(* 0 < t by the form of t, from what is assumed of its parts. *)
Ltac pos := solve
  [ assumption | lra
  | apply sqrt_lt_R0; pos | apply exp_pos
  | apply Rmult_lt_0_compat; pos
  | apply Rinv_0_lt_compat; pos
  | apply Rdiv_lt_0_compat; pos
  | apply pow_lt; pos
  | apply Rplus_lt_0_compat; pos
  | apply Rplus_lt_le_0_compat; [pos | nonneg]
  | apply Rplus_le_lt_0_compat; [nonneg | pos] ]
(* 0 <= t, likewise. *)
with nonneg := solve
  [ assumption | lra
  | apply Rlt_le; pos
  | apply pow2_ge_0 | apply sqrt_pos
  | apply Rplus_le_le_0_compat; nonneg
  | apply Rmult_le_pos; nonneg
  | apply Rmult_le_pos; [nonneg | apply Rlt_le, Rinv_0_lt_compat; pos]
  | apply pow_le; nonneg ].

(* t <> 0, from signs, or from an assumption on what is the same number. *)
Ltac nonzero := solve
  [ assumption | exact I
  | apply Rgt_not_eq; unfold Rgt; pos
  | apply Rlt_not_eq; lra
  | apply pow_nonzero; nonzero
  | apply Rmult_integral_contrapositive_currified; nonzero
  | apply Rinv_neq_0_compat; nonzero
  | match goal with
    | H : ?d <> 0 |- ?e <> 0 => replace e with d by ring; exact H
    | H : ?d <> 0 |- ?e <> 0 => intro; apply H; lra
    | H : ?d <> 0 |- ?e <> 0 =>
        intro; apply H; field_simplify_eq;
        [ lra | repeat split; first [ assumption | apply Rgt_not_eq; lra | apply Rlt_not_eq; lra ] ]
    end
  | apply Rgt_not_eq; unfold Rgt; nra ].

(* The conditions of a derivative and of [field]. *)
Ltac conditions := repeat split; solve [ exact I | nonzero | pos | nonneg | lra ].

(* Forms in which [auto_derive] leaves what it finds. *)
Ltac plain := unfold Rdiv, Rminus in *; cbn [pow] in *.

(* [is_derive f x d] by automatic differentiation and by algebra. *)
Ltac derivative :=
  plain; auto_derive; [ conditions | plain; field; conditions ].

(* The eigenvalues of ((a, b), (b, c)). *)
Definition sharpness (a b c : R) : R := (a + c) / 2 + sqrt (((a - c) / 2) ^ 2 + b ^ 2).
Definition second_eigenvalue (a b c : R) : R := (a + c) / 2 - sqrt (((a - c) / 2) ^ 2 + b ^ 2).

Lemma sharpness_root a b c : (sharpness a b c - a) * (sharpness a b c - c) = b ^ 2.
Proof.
  assert (H : sqrt (((a - c) / 2) ^ 2 + b ^ 2) * sqrt (((a - c) / 2) ^ 2 + b ^ 2) = ((a - c) / 2) ^ 2 + b ^ 2)
    by (apply sqrt_sqrt; nonneg).
  unfold sharpness. set (r := sqrt (((a - c) / 2) ^ 2 + b ^ 2)) in *. clearbody r. lra.
Qed.

Lemma sharpness_above a b c : a <= sharpness a b c /\ c <= sharpness a b c.
Proof.
  assert (H : Rabs ((a - c) / 2) <= sqrt (((a - c) / 2) ^ 2 + b ^ 2)).
  { rewrite <- sqrt_Rsqr_abs. apply sqrt_le_1_alt. pose proof (pow2_ge_0 b). unfold Rsqr. lra. }
  unfold sharpness. split; revert H; unfold Rabs; destruct (Rcase_abs ((a - c) / 2)); lra.
Qed.

(* It is the largest value of the quadratic form on unit vectors: (S - c, b) and (b, S - a) attain it, and nothing is above. *)
Theorem sharpness_is_largest a b c x y :
  a * x ^ 2 + 2 * b * x * y + c * y ^ 2 <= sharpness a b c * (x ^ 2 + y ^ 2).
Proof.
  pose proof (sharpness_root a b c) as E. destruct (sharpness_above a b c) as [A C].
  set (s := sharpness a b c) in *. clearbody s.
  destruct (Req_dec s a) as [Q | Q].
  - assert (B : b = 0) by (apply Rsqr_0_uniq; unfold Rsqr; rewrite Q in E; lra). subst b a.
    assert (0 <= (s - c) * y ^ 2) by (apply Rmult_le_pos; [lra | apply pow2_ge_0]). lra.
  - assert (P : 0 < s - a) by lra.
    assert (0 <= (s - a) * (s * (x ^ 2 + y ^ 2) - (a * x ^ 2 + 2 * b * x * y + c * y ^ 2))).
    { replace ((s - a) * (s * (x ^ 2 + y ^ 2) - (a * x ^ 2 + 2 * b * x * y + c * y ^ 2)))
        with (((s - a) * x - b * y) ^ 2 + ((s - a) * (s - c) - b ^ 2) * y ^ 2) by ring.
      rewrite E. pose proof (pow2_ge_0 ((s - a) * x - b * y)). lra. }
    assert (0 <= s * (x ^ 2 + y ^ 2) - (a * x ^ 2 + 2 * b * x * y + c * y ^ 2)) by nra. lra.
Qed.

Theorem sharpness_eigenvector a b c :
  let s := sharpness a b c in
  a * (s - c) + b * b = s * (s - c) /\ b * (s - c) + c * b = s * b
  /\ a * b + b * (s - a) = s * b /\ b * b + c * (s - a) = s * (s - a).
Proof. intro s; unfold s. pose proof (sharpness_root a b c). repeat split; lra. Qed.

(* The mean value inequality on an interval about c. *)
Lemma mean_value (f df : R -> R) c x r m :
  (forall d, Rabs d <= r -> is_derive f (c + d) (df (c + d)) /\ Rabs (df (c + d)) <= m) ->
  Rabs (x - c) <= r -> Rabs (f x - f c) <= m * r.
Proof.
  intros D X.
  assert (B : forall y, Rmin c x <= y <= Rmax c x -> Rabs (y - c) <= r).
  { intros y Y. apply Rabs_le_between in X. apply Rabs_le_between.
    revert Y. unfold Rmin, Rmax. destruct (Rle_dec c x); lra. }
  assert (D' : forall y, Rmin c x <= y <= Rmax c x -> is_derive f y (df y) /\ Rabs (df y) <= m).
  { intros y Y. specialize (D (y - c) (B y Y)). replace (c + (y - c)) with y in D by ring. exact D. }
  destruct (MVT_gen f c x df) as [z [Z E]].
  - intros y Y. apply D'; lra.
  - intros y Y. apply continuity_pt_filterlim. apply (ex_derive_continuous (K := R_AbsRing) (V := R_NormedModule)).
    exists (df y). apply D'; exact Y.
  - rewrite E, Rabs_mult. destruct (D' z Z) as [_ M].
    apply Rmult_le_compat; [ apply Rabs_pos | apply Rabs_pos | exact M | exact X ].
Qed.
