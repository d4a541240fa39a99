(* What the files that selfstab writes share: tactics, and no axiom. *)
From Coq Require Import Reals Lra Lia Arith.
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

(* The same term by term, for sums of so many terms that [auto_derive] takes long. *)
Lemma rule_constant (c x : R) : is_derive (fun _ : R => c) x 0.
Proof. exact (is_derive_const (K := R_AbsRing) (V := R_NormedModule) c x). Qed.
Lemma rule_itself (x : R) : is_derive (fun t : R => t) x 1.
Proof. exact (is_derive_id (K := R_AbsRing) x). Qed.
Lemma rule_sum (f g : R -> R) (x a b : R) : is_derive f x a -> is_derive g x b -> is_derive (fun t => f t + g t) x (a + b).
Proof. exact (is_derive_plus (K := R_AbsRing) (V := R_NormedModule) f g x a b). Qed.
Lemma rule_opposite (f : R -> R) (x a : R) : is_derive f x a -> is_derive (fun t => - f t) x (- a).
Proof. exact (is_derive_opp (K := R_AbsRing) (V := R_NormedModule) f x a). Qed.
Lemma rule_product (f g : R -> R) (x a b : R) :
  is_derive f x a -> is_derive g x b -> is_derive (fun t => f t * g t) x (a * g x + f x * b).
Proof. intros A B. exact (is_derive_mult f g x a b A B Rmult_comm). Qed.
Lemma rule_inverse (f : R -> R) (x a : R) : is_derive f x a -> f x <> 0 -> is_derive (fun t => / f t) x (- a / f x ^ 2).
Proof. exact (is_derive_inv f x a). Qed.
Lemma rule_power (f : R -> R) n (x a : R) : is_derive f x a -> is_derive (fun t => f t ^ n) x (INR n * a * f x ^ pred n).
Proof. exact (is_derive_pow f n x a). Qed.
Lemma same_derivative (f : R -> R) (x a b : R) : is_derive f x a -> a = b -> is_derive f x b.
Proof. intros A B. rewrite <- B. exact A. Qed.
Ltac by_rules := lazymatch goal with
  | |- is_derive (fun _ => ?c) _ _ => apply rule_constant
  | |- is_derive (fun t => t) _ _ => apply rule_itself
  | |- is_derive (fun t => @?f t + @?g t) _ _ => apply (rule_sum f g); by_rules
  | |- is_derive (fun t => - @?f t) _ _ => apply (rule_opposite f); by_rules
  | |- is_derive (fun t => @?f t * @?g t) _ _ => apply (rule_product f g); by_rules
  | |- is_derive (fun t => / @?f t) _ _ => apply (rule_inverse f); [ by_rules | nonzero ]
  | |- is_derive (fun t => @?f t ^ ?n) _ _ => apply (rule_power f n); by_rules
  end.

(* Inverses of products and powers as those of their factors: with [x * / x = 1] told of each, numbers are all that [field] has to
   bring under a common denominator. *)
Ltac inverses_apart := unfold Rdiv; repeat first [ rewrite Rinv_mult | rewrite Rinv_inv | rewrite <- pow_inv ].

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

(* Points within r of each other in each of the first n coordinates. *)
Definition within (n : nat) (x y : nat -> R) (r : R) : Prop :=
  forall i, (i < n)%nat -> Rabs (x i - y i) <= r.

Lemma small_powers a b q : 0 <= q < 1 -> (forall k, a <= q ^ k * b) -> a <= 0.
Proof.
  intros Q H.
  assert (L : is_lim_seq (fun k => q ^ k * b) (0 * b)).
  { apply is_lim_seq_mult'; [ | apply is_lim_seq_const]. apply is_lim_seq_geom. rewrite Rabs_pos_eq; lra. }
  pose proof (is_lim_seq_le (fun _ => a) _ a _ H (is_lim_seq_const a) L) as C. simpl in C. lra.
Qed.

Section Contraction.
Variables (n : nat) (T : (nat -> R) -> nat -> R) (c : nat -> R) (r q : R).
Hypothesis Q : 0 <= q < 1.
Hypothesis K : forall x y d,
  within n x c r -> within n y c r -> within n x y d -> within n (T x) (T y) (q * d).
Hypothesis M : within n (T c) c ((1 - q) * r).
Hypothesis P : 0 <= r.

Lemma centre_within : within n c c r.
Proof. intros i I. rewrite Rminus_diag_eq, Rabs_R0; [exact P | reflexivity]. Qed.

Lemma through x y z d e : within n x y d -> within n y z e -> within n x z (d + e).
Proof.
  intros A B i I. specialize (A i I). specialize (B i I).
  replace (x i - z i) with ((x i - y i) + (y i - z i)) by ring.
  apply Rle_trans with (1 := Rabs_triang _ _). lra.
Qed.

Lemma maps_into x : within n x c r -> within n (T x) c r.
Proof.
  intro X. replace r with (q * r + (1 - q) * r) by ring.
  apply through with (T c); [ | exact M]. apply K; [exact X | exact centre_within | exact X].
Qed.

Fixpoint iterate (k : nat) : nat -> R := match k with O => c | S m => T (iterate m) end.

Lemma iterate_within k : within n (iterate k) c r.
Proof. induction k; [exact centre_within | apply maps_into; assumption]. Qed.

Lemma consecutive k : within n (iterate (S k)) (iterate k) (q ^ k * ((1 - q) * r)).
Proof.
  induction k.
  - simpl pow. rewrite Rmult_1_l. exact M.
  - replace (q ^ S k * ((1 - q) * r)) with (q * (q ^ k * ((1 - q) * r))) by (simpl; ring).
    exact (K _ _ _ (iterate_within (S k)) (iterate_within k) IHk).
Qed.

Lemma further k m : within n (iterate (m + k)) (iterate k) (q ^ k * (1 - q ^ m) * r).
Proof.
  induction m.
  - intros i I. simpl. rewrite Rminus_diag_eq, Rabs_R0 by reflexivity. lra.
  - replace (q ^ k * (1 - q ^ S m) * r) with (q ^ (m + k) * ((1 - q) * r) + q ^ k * (1 - q ^ m) * r)
      by (rewrite pow_add; simpl; ring).
    apply through with (iterate (m + k)); [apply consecutive | exact IHm].
Qed.

Lemma near_later k m : within n (iterate (m + k)) (iterate k) (q ^ k * r).
Proof.
  intros i I. apply Rle_trans with (1 := further k m i I).
  assert (0 <= q ^ k) by (apply pow_le; lra). assert (0 <= q ^ m) by (apply pow_le; lra).
  assert (0 <= q ^ k * q ^ m * r) by (apply Rmult_le_pos; [apply Rmult_le_pos | ]; assumption). lra.
Qed.

Definition limit (i : nat) : R := real (Lim_seq (fun k => iterate k i)).

Lemma converges i : (i < n)%nat -> is_lim_seq (fun k => iterate k i) (limit i).
Proof.
  intro I. apply Lim_seq_correct'. apply ex_lim_seq_cauchy_corr. intro eps.
  assert (L : is_lim_seq (fun k => q ^ k * r) 0).
  { replace 0 with (0 * r) by ring. apply is_lim_seq_mult'; [ | apply is_lim_seq_const].
    apply is_lim_seq_geom. rewrite Rabs_pos_eq; lra. }
  assert (E : 0 < eps / 2) by (pose proof (cond_pos eps); lra).
  apply is_lim_seq_spec in L. destruct (L (mkposreal _ E)) as [N B]. specialize (B N (le_n N)). simpl in B.
  exists N. intros a b A A'.
  pose proof (near_later N (a - N) i I) as X. pose proof (near_later N (b - N) i I) as Y.
  replace (a - N + N)%nat with a in X by lia. replace (b - N + N)%nat with b in Y by lia.
  rewrite Rminus_0_r in B. apply Rabs_lt_between in B. apply Rabs_le_between in X. apply Rabs_le_between in Y.
  apply Rabs_lt_between. lra.
Qed.

Lemma near_limit k : within n (iterate k) limit (q ^ k * r).
Proof.
  intros i I. rewrite Rabs_minus_sym.
  apply (is_lim_seq_le (fun m => Rabs (iterate (m + k) i - iterate k i)) (fun _ => q ^ k * r)
    (Rabs (limit i - iterate k i)) (q ^ k * r)).
  - intro m. apply near_later. exact I.
  - apply (is_lim_seq_abs _ (limit i - iterate k i)). apply is_lim_seq_minus'; [ | apply is_lim_seq_const].
    apply (is_lim_seq_incr_n (fun m => iterate m i) k). apply converges. exact I.
  - apply is_lim_seq_const.
Qed.

Lemma limit_within : within n limit c r.
Proof. intros i I. pose proof (near_limit 0 i I) as X. simpl in X. rewrite Rabs_minus_sym, Rmult_1_l in X. exact X. Qed.

Lemma limit_fixed i : (i < n)%nat -> T limit i = limit i.
Proof.
  intro I. apply Rminus_diag_uniq. apply Rabs_eq_0. apply Rle_antisym; [ | apply Rabs_pos].
  apply small_powers with (q := q) (b := 2 * r); [exact Q | ]. intro k.
  assert (A : within n (T (iterate k)) (T limit) (q * (q ^ k * r)))
    by (apply K; [apply iterate_within | exact limit_within | apply near_limit]).
  specialize (A i I). pose proof (near_limit (S k) i I) as B. simpl in B.
  assert (0 <= q ^ k * r) by (apply Rmult_le_pos; [apply pow_le; lra | exact P]).
  assert (q * (q ^ k * r) <= 1 * (q ^ k * r)) by (apply Rmult_le_compat_r; lra).
  apply Rabs_le_between in A. apply Rabs_le_between in B. apply Rabs_le_between. lra.
Qed.

Lemma one_fixed x y : within n x c r -> within n y c r ->
  (forall i, (i < n)%nat -> T x i = x i) -> (forall i, (i < n)%nat -> T y i = y i) ->
  forall i, (i < n)%nat -> x i = y i.
Proof.
  intros X Y EX EY i I. apply Rminus_diag_uniq. apply Rabs_eq_0. apply Rle_antisym; [ | apply Rabs_pos].
  apply small_powers with (q := q) (b := 2 * r); [exact Q | ]. intro k. revert i I.
  change (within n x y (q ^ k * (2 * r))). induction k.
  - intros i I. simpl. specialize (X i I). specialize (Y i I).
    apply Rabs_le_between in X. apply Rabs_le_between in Y. apply Rabs_le_between. lra.
  - intros i I. rewrite <- (EX i I), <- (EY i I). simpl. rewrite Rmult_assoc. apply (K _ _ _ X Y IHk i I).
Qed.
End Contraction.

Lemma dot_respects n : forall a x y, (forall i, (i < n)%nat -> x i = y i) -> dot n a x = dot n a y.
Proof.
  induction n; intros a x y H; simpl; [reflexivity | ].
  rewrite (H 0%nat) by lia. f_equal. apply IHn. intros i I. apply H. lia.
Qed.

(* A coordinate replaced. *)
Definition with_coordinate (x : nat -> R) (j : nat) (t : R) (i : nat) : R := if Nat.eqb i j then t else x i.

Lemma dot_last k : forall a b, dot (S k) a b = dot k a b + a k * b k.
Proof.
  induction k; intros a b; [simpl; ring | ].
  change (dot (S (S k)) a b) with (a 0%nat * b 0%nat + dot (S k) (fun i => a (S i)) (fun i => b (S i))).
  rewrite IHk. simpl. ring.
Qed.

Lemma with_other x j t u i : with_coordinate (with_coordinate x j t) j u i = with_coordinate x j u i.
Proof. unfold with_coordinate. destruct (Nat.eqb i j); reflexivity. Qed.

(* The mean value inequality along the coordinates, for a function of the first n. *)
Section Mean.
Variables (n : nat) (f : (nat -> R) -> R) (df : nat -> (nat -> R) -> R) (c m : nat -> R) (r : R).
Hypothesis E : forall x y, (forall i, (i < n)%nat -> x i = y i) -> f x = f y.
Hypothesis D : forall x j, within n x c r -> (j < n)%nat ->
  is_derive (fun t => f (with_coordinate x j t)) (x j) (df j x) /\ Rabs (df j x) <= m j.

Definition mixed (x y : nat -> R) (k i : nat) : R := if Nat.ltb i k then x i else y i.

Lemma along_one x k u v : (k < n)%nat -> within n x c r -> Rabs (u - c k) <= r -> Rabs (v - c k) <= r ->
  Rabs (f (with_coordinate x k u) - f (with_coordinate x k v)) <= m k * Rabs (u - v).
Proof.
  intros B X U V.
  assert (G : forall t, Rmin v u <= t <= Rmax v u ->
    is_derive (fun s => f (with_coordinate x k s)) t (df k (with_coordinate x k t))
    /\ Rabs (df k (with_coordinate x k t)) <= m k).
  { intros t H.
    assert (W : within n (with_coordinate x k t) c r).
    { intros i I. unfold with_coordinate. destruct (Nat.eqb_spec i k) as [Z | Z]; [ | exact (X i I)].
      subst i. apply Rabs_le_between in U. apply Rabs_le_between in V. apply Rabs_le_between.
      revert H. unfold Rmin, Rmax. destruct (Rle_dec v u); lra. }
    destruct (D _ k W B) as [D1 D2]. split; [ | exact D2].
    replace (with_coordinate x k t k) with t in D1 by (unfold with_coordinate; rewrite Nat.eqb_refl; reflexivity).
    apply (is_derive_ext (fun s => f (with_coordinate (with_coordinate x k t) k s))); [ | exact D1].
    intro s. apply E. intros i I. apply with_other. }
  destruct (MVT_gen (fun s => f (with_coordinate x k s)) v u (fun t => df k (with_coordinate x k t))) as [z [Z F]].
  - intros t H. apply G. lra.
  - intros t H. apply continuity_pt_filterlim. apply (ex_derive_continuous (K := R_AbsRing) (V := R_NormedModule)).
    exists (df k (with_coordinate x k t)). apply G. exact H.
  - rewrite F, Rabs_mult. apply Rmult_le_compat_r; [apply Rabs_pos | apply G; exact Z].
Qed.

Lemma mixed_within x y k : within n x c r -> within n y c r -> within n (mixed x y k) c r.
Proof. intros X Y i I. unfold mixed. destruct (Nat.ltb i k); [exact (X i I) | exact (Y i I)]. Qed.

Lemma mean_values k x y : (k <= n)%nat -> within n x c r -> within n y c r ->
  Rabs (f (mixed x y k) - f y) <= dot k m (fun i => Rabs (x i - y i)).
Proof.
  intros B X Y. induction k.
  - rewrite (E (mixed x y 0) y) by reflexivity. simpl. rewrite Rminus_diag_eq, Rabs_R0; [lra | reflexivity].
  - rewrite dot_last. specialize (IHk (le_S_n _ _ (le_S _ _ B))).
    pose proof (along_one (mixed x y k) k (x k) (y k) B (mixed_within x y k X Y) (X k B) (Y k B)) as A.
    rewrite (E (with_coordinate (mixed x y k) k (x k)) (mixed x y (S k))) in A.
    2: { intros i I. unfold with_coordinate, mixed. destruct (Nat.eqb_spec i k) as [Z | Z].
         - subst i. replace (Nat.ltb k (S k)) with true by (symmetry; apply Nat.ltb_lt; lia). reflexivity.
         - destruct (Nat.ltb_spec i k); destruct (Nat.ltb_spec i (S k)); try reflexivity; lia. }
    rewrite (E (with_coordinate (mixed x y k) k (y k)) (mixed x y k)) in A.
    2: { intros i I. unfold with_coordinate, mixed. destruct (Nat.eqb_spec i k) as [Z | Z]; [ | reflexivity].
         subst i. rewrite Nat.ltb_irrefl. reflexivity. }
    replace (f (mixed x y (S k)) - f y) with ((f (mixed x y (S k)) - f (mixed x y k)) + (f (mixed x y k) - f y)) by ring.
    apply Rle_trans with (1 := Rabs_triang _ _). lra.
Qed.

Lemma mean_value_of_all x y : within n x c r -> within n y c r ->
  Rabs (f x - f y) <= dot n m (fun i => Rabs (x i - y i)).
Proof.
  intros X Y. rewrite (E x (mixed x y n)); [exact (mean_values n x y (le_n n) X Y) | ].
  intros i I. unfold mixed. replace (Nat.ltb i n) with true by (symmetry; apply Nat.ltb_lt; exact I). reflexivity.
Qed.
End Mean.

Lemma dot_at_most n : forall m a d,
  (forall i, (i < n)%nat -> 0 <= m i) -> (forall i, (i < n)%nat -> a i <= d) -> dot n m a <= d * dot n m (fun _ => 1).
Proof.
  induction n; intros m a d M A; simpl; [lra | ].
  assert (m 0%nat * a 0%nat <= m 0%nat * d) by (apply Rmult_le_compat_l; [apply M | apply A]; lia).
  pose proof (IHn (fun i => m (S i)) (fun i => a (S i)) d (fun i I => M (S i) (lt_n_S _ _ I)) (fun i I => A (S i) (lt_n_S _ _ I))).
  lra.
Qed.

Lemma is_derive_dot n : forall a (g : nat -> R -> R) x dg, (forall k, (k < n)%nat -> is_derive (g k) x (dg k)) ->
  is_derive (fun t => dot n a (fun k => g k t)) x (dot n a dg).
Proof.
  induction n; intros a g x dg H; simpl; [apply @is_derive_const | ].
  apply @is_derive_plus.
  - apply is_derive_scal. apply H. lia.
  - apply (IHn (fun i => a (S i)) (fun i => g (S i)) x (fun i => dg (S i))). intros k B. apply H. lia.
Qed.

(* Where I - Y F' has a norm below one on a box about c, and F is small at c, F has exactly one zero there. *)
Theorem exactly_one_zero n (F : (nat -> R) -> nat -> R) (Y : nat -> nat -> R) c r q :
  0 <= r -> 0 <= q < 1 ->
  let T := fun x i => x i - dot n (Y i) (F x) in
  (forall x y d, within n x c r -> within n y c r -> within n x y d -> within n (T x) (T y) (q * d)) ->
  within n (T c) c ((1 - q) * r) ->
  (forall v, (forall i, (i < n)%nat -> dot n (Y i) v = 0) -> forall i, (i < n)%nat -> v i = 0) ->
  exists x, within n x c r /\ (forall i, (i < n)%nat -> F x i = 0)
    /\ forall y, within n y c r -> (forall i, (i < n)%nat -> F y i = 0) -> forall i, (i < n)%nat -> y i = x i.
Proof.
  intros P Q T K M I.
  exists (limit T c). split; [exact (limit_within n T c r q Q K M P) | split].
  - apply I. intros i B. pose proof (limit_fixed n T c r q Q K M P i B) as X. unfold T at 1 in X. lra.
  - intros y W Z i B. apply (one_fixed n T c r q Q K y (limit T c) W (limit_within n T c r q Q K M P)).
    + intros j J. unfold T. rewrite (dot_respects n (Y j) (F y) (fun _ => 0) Z).
      replace (dot n (Y j) (fun _ => 0)) with 0; [ring | ].
      generalize (Y j). clear. induction n; intro a; simpl; [reflexivity | rewrite <- IHn; ring].
    + exact (limit_fixed n T c r q Q K M P).
    + exact B.
Qed.

Definition kronecker (i j : nat) : R := if Nat.eqb i j then 1 else 0.

(* The same with the norm as the largest sum of a row of bounds m of I - Y F' on the box. *)
Theorem exactly_one_zero_by_norm n (F : (nat -> R) -> nat -> R) dF (Y m : nat -> nat -> R) c r q :
  0 <= r -> 0 <= q < 1 ->
  (forall x y, (forall i, (i < n)%nat -> x i = y i) -> forall i, (i < n)%nat -> F x i = F y i) ->
  (forall x i j, within n x c r -> (i < n)%nat -> (j < n)%nat ->
    is_derive (fun t => F (with_coordinate x j t) i) (x j) (dF i j x)) ->
  (forall x i j, within n x c r -> (i < n)%nat -> (j < n)%nat ->
    Rabs (kronecker i j - dot n (Y i) (fun k => dF k j x)) <= m i j) ->
  (forall i, (i < n)%nat -> dot n (m i) (fun _ => 1) <= q) ->
  (forall i, (i < n)%nat -> Rabs (dot n (Y i) (F c)) <= (1 - q) * r) ->
  (forall v, (forall i, (i < n)%nat -> dot n (Y i) v = 0) -> forall i, (i < n)%nat -> v i = 0) ->
  exists x, within n x c r /\ (forall i, (i < n)%nat -> F x i = 0)
    /\ forall y, within n y c r -> (forall i, (i < n)%nat -> F y i = 0) -> forall i, (i < n)%nat -> y i = x i.
Proof.
  intros P Q E D B S C I. apply (exactly_one_zero n F Y c r q P Q); [ | | exact I].
  - intros x y d X Z W i H.
    assert (M : forall j, (j < n)%nat -> 0 <= m i j)
      by (intros j J; apply Rle_trans with (2 := B x i j X H J); apply Rabs_pos).
    assert (0 <= d) by (apply Rle_trans with (2 := W i H); apply Rabs_pos).
    apply Rle_trans with (dot n (m i) (fun j => Rabs (x j - y j))).
    + apply (mean_value_of_all n (fun x => x i - dot n (Y i) (F x))
        (fun j x => kronecker i j - dot n (Y i) (fun k => dF k j x)) c (m i) r); [ | | exact X | exact Z].
      * intros u v U. rewrite (U i H). f_equal. apply dot_respects. intros k L. apply (E u v U k L).
      * intros u j U J. split; [ | apply B; assumption].
        apply @is_derive_minus.
        -- unfold with_coordinate, kronecker. destruct (Nat.eqb i j); [apply @is_derive_id | apply @is_derive_const].
        -- apply (is_derive_dot n (Y i) (fun k t => F (with_coordinate u j t) k) (u j) (fun k => dF k j u)).
           intros k L. apply D; assumption.
    + apply Rle_trans with (1 := dot_at_most n (m i) _ d M W).
      rewrite Rmult_comm. apply Rmult_le_compat_r; [assumption | apply S; exact H].
  - intros i H. replace (c i - dot n (Y i) (F c) - c i) with (- dot n (Y i) (F c)) by ring.
    rewrite Rabs_Ropp. apply C. exact H.
Qed.
