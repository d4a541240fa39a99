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

(* Vectors and matrices as functions of indices from 0. *)
Fixpoint dot (n : nat) (x y : nat -> R) : R :=
  match n with O => 0 | S m => x 0%nat * y 0%nat + dot m (fun i => x (S i)) (fun i => y (S i)) end.

Definition form (n : nat) (a : nat -> nat -> R) (x : nat -> R) : R :=
  dot n x (fun i => dot n (a i) x).

(* The matrix that elimination of the first row leaves. *)
Definition schur (a : nat -> nat -> R) (i j : nat) : R :=
  a (S i) (S j) - a 0%nat (S i) * a 0%nat (S j) / a 0%nat 0%nat.

(* The pivots of a = L D L^T are positive. *)
Fixpoint pivots (n : nat) (a : nat -> nat -> R) : Prop :=
  match n with O => True | S m => 0 < a 0%nat 0%nat /\ pivots m (schur a) end.

Lemma dot_combined n : forall x y z c, dot n x (fun i => y i * c + z i) = c * dot n x y + dot n x z.
Proof. induction n; intros; simpl; [ring | rewrite IHn; ring]. Qed.

Lemma dot_ext n : forall x y z, (forall i, y i = z i) -> dot n x y = dot n x z.
Proof. induction n; intros x y z H; simpl; [reflexivity | rewrite H, (IHn _ _ (fun i => z (S i))); [reflexivity | intro; apply H]]. Qed.

Lemma dot_comm n : forall x y, dot n x y = dot n y x.
Proof. induction n; intros; simpl; [reflexivity | rewrite IHn; ring]. Qed.

Lemma dot_schur n : forall a c r x,
  dot n (fun j => a j - c * r j) x = dot n a x - c * dot n r x.
Proof. induction n; intros; simpl; [ring | rewrite IHn; ring]. Qed.

Lemma form_step m a x :
  (forall i, a (S i) 0%nat = a 0%nat (S i)) -> 0 < a 0%nat 0%nat ->
  form (S m) a x =
  a 0%nat 0%nat * (x 0%nat + dot m (fun i => a 0%nat (S i)) (fun i => x (S i)) / a 0%nat 0%nat) ^ 2
  + form m (schur a) (fun i => x (S i)).
Proof.
  intros E P. unfold form. simpl.
  set (y := fun i => x (S i)). set (row := fun i => a 0%nat (S i)).
  replace (dot m y (fun i => a (S i) 0%nat * x 0%nat + dot m (fun j => a (S i) (S j)) y))
    with (x 0%nat * dot m y row + dot m y (fun i => dot m (fun j => a (S i) (S j)) y)).
  2: { rewrite <- dot_combined. apply dot_ext. intro i. unfold row. rewrite E. reflexivity. }
  replace (dot m y (fun i => dot m (schur a i) y))
    with (dot m y (fun i => row i * (- dot m row y / a 0%nat 0%nat) + dot m (fun j => a (S i) (S j)) y)).
  2: { apply dot_ext. intro i.
       replace (dot m (schur a i) y) with (dot m (fun j => a (S i) (S j) - row i / a 0%nat 0%nat * row j) y).
       - rewrite dot_schur. field. lra.
       - rewrite (dot_comm m _ y), (dot_comm m _ y). apply dot_ext. intro j. unfold schur, row. field. lra. }
  rewrite dot_combined, (dot_comm m y row). fold y row. field. lra.
Qed.

Lemma dot_nonneg n : forall y, 0 <= dot n y y.
Proof.
  induction n; intro; simpl; [lra | ].
  pose proof (Rle_0_sqr (y 0%nat)). unfold Rsqr in *. specialize (IHn (fun i => y (S i))). lra.
Qed.

Lemma dot_zero n : forall y, dot n y y = 0 -> forall b, dot n b y = 0.
Proof.
  induction n; intros y H b; simpl in *; [reflexivity | ].
  pose proof (dot_nonneg n (fun i => y (S i))). pose proof (Rle_0_sqr (y 0%nat)) as W. unfold Rsqr in W.
  rewrite IHn by lra.
  assert (V : y 0%nat = 0) by (destruct (Rmult_integral (y 0%nat) (y 0%nat)); lra). rewrite V. ring.
Qed.

Lemma form_zero n a x : dot n x x = 0 -> form n a x = 0.
Proof. intro H. unfold form. rewrite dot_comm. apply dot_zero. exact H. Qed.

Theorem positive_definite n : forall a x, (forall i j, a i j = a j i) -> pivots n a ->
  0 < dot n x x -> 0 < form n a x.
Proof.
  induction n as [ | m IH]; intros a x E P N.
  - simpl in N. lra.
  - destruct P as [P Q]. rewrite form_step; [ | intro; apply E | exact P].
    set (y := fun i => x (S i)) in *. set (z := x 0%nat + dot m (fun i => a 0%nat (S i)) y / a 0%nat 0%nat).
    assert (Z : 0 <= a 0%nat 0%nat * z ^ 2) by (apply Rmult_le_pos; [lra | apply pow2_ge_0]).
    assert (E' : forall i j, schur a i j = schur a j i) by (intros; unfold schur, Rdiv; rewrite (E (S i)); ring).
    destruct (Rlt_le_dec 0 (dot m y y)) as [F | F].
    + pose proof (IH _ _ E' Q F). lra.
    + assert (F' : dot m y y = 0) by (pose proof (dot_nonneg m y); lra).
      rewrite (form_zero _ _ _ F'). unfold z. rewrite (dot_zero _ _ F'). simpl in N. fold y in N. rewrite F' in N.
      assert (0 < a 0%nat 0%nat * (x 0%nat * x 0%nat)) by (apply Rmult_lt_0_compat; lra).
      unfold Rdiv. rewrite Rmult_0_l. lra.
Qed.

(* The largest eigenvalue of a symmetric matrix, and the second one, by their forms (Courant and Fischer). *)
Definition largest_below (n : nat) (a : nat -> nat -> R) (c : R) : Prop :=
  forall x, 0 < dot n x x -> form n a x < c * dot n x x.
Definition largest_above (n : nat) (a : nat -> nat -> R) (c : R) : Prop :=
  exists x, c * dot n x x < form n a x.
Definition second_below (n : nat) (a : nat -> nat -> R) (c : R) : Prop :=
  exists p, forall x, dot n p x = 0 -> 0 < dot n x x -> form n a x < c * dot n x x.
Definition second_above (n : nat) (a : nat -> nat -> R) (c : R) : Prop :=
  exists p q, forall s t, 0 < s ^ 2 + t ^ 2 ->
    let x := fun i => s * p i + t * q i in c * dot n x x < form n a x.

Lemma not_zero n a c x : c * dot n x x < form n a x -> 0 < dot n x x.
Proof.
  intro H. destruct (Rlt_le_dec 0 (dot n x x)) as [P | P]; [exact P | ].
  assert (Z : dot n x x = 0) by (pose proof (dot_nonneg n x); lra). rewrite (form_zero _ _ _ Z), Z in H. lra.
Qed.

Theorem largest_not_above n a c : largest_below n a c -> ~ largest_above n a c.
Proof. intros B [x A]. pose proof (B x (not_zero _ _ _ _ A)). lra. Qed.

Lemma dot_span n : forall p q r s t, dot n p (fun i => s * q i + t * r i) = s * dot n p q + t * dot n p r.
Proof. induction n; intros; simpl; [ring | rewrite IHn; ring]. Qed.

Theorem second_not_above n a c : second_below n a c -> ~ second_above n a c.
Proof.
  intros [p B] [q [r A]].
  assert (C : exists s t, 0 < s ^ 2 + t ^ 2 /\ s * dot n p q + t * dot n p r = 0).
  { destruct (Req_dec (dot n p q) 0) as [Z | Z].
    - exists 1, 0. rewrite Z. split; [lra | ring].
    - exists (dot n p r), (- dot n p q). split; [ | ring].
      assert (0 < (- dot n p q) ^ 2) by (rewrite <- Rsqr_pow2; apply Rsqr_pos_lt; lra).
      pose proof (pow2_ge_0 (dot n p r)). lra. }
  destruct C as [s [t [P O]]]. specialize (A s t P). cbv zeta in A. rewrite <- dot_span in O.
  pose proof (B _ O (not_zero _ _ _ _ A)). lra.
Qed.

(* An eigenvalue is below what the largest is below. *)
Theorem eigenvalue_below n a c s x :
  largest_below n a c -> 0 < dot n x x -> (forall i, dot n (a i) x = s * x i) -> s < c.
Proof.
  intros B P E. specialize (B x P). unfold form in B.
  rewrite (dot_ext n x _ (fun i => x i * s + 0)) in B by (intro; rewrite E; ring).
  rewrite dot_combined in B. replace (dot n x (fun _ => 0)) with 0 in B.
  - apply Rmult_lt_reg_r with (dot n x x); lra.
  - clear. revert x. induction n; intro; simpl; [reflexivity | rewrite <- (IHn (fun i => x (S i))); ring].
Qed.

(* They are shown by the pivots of another matrix. *)
Theorem largest_below_by n a c b :
  (forall i j, b i j = b j i) -> pivots n b ->
  (forall x, form n b x = c * dot n x x - form n a x) -> largest_below n a c.
Proof. intros E P F x N. pose proof (positive_definite n b x E P N). rewrite F in H. lra. Qed.

Theorem second_below_by n a c b p k :
  (forall i j, b i j = b j i) -> pivots n b ->
  (forall x, form n b x = c * dot n x x - form n a x + k * dot n p x ^ 2) -> second_below n a c.
Proof.
  intros E P F. exists p. intros x O N. pose proof (positive_definite n b x E P N). rewrite F, O in H. lra.
Qed.

Theorem second_above_by n a c b p q :
  (forall i j, b i j = b j i) -> pivots 2 b ->
  (forall x, form 2 b x = let y := fun i => x 0%nat * p i + x 1%nat * q i in form n a y - c * dot n y y) ->
  second_above n a c.
Proof.
  intros E P F. exists p, q. intros s t N.
  pose proof (positive_definite 2 b (fun i => match i with O => s | _ => t end) E P) as H.
  rewrite F in H. cbv zeta. cbv zeta beta iota in H. simpl dot at 1 in H. lra.
Qed.
