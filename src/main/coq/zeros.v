(* Derivatives of expressions, by their form, and zeros of expressions in a cube, by intervals: proved once, so that a file has Coq
   compute, and no more. *)
From Coq Require Import Reals Lra Lia ZArith List Bool.
From Coquelicot Require Import Coquelicot.
Require Import selfstab enclosures spectra frames.
Import ListNotations.
Open Scope R_scope.

(* ---- derivatives ---- *)

Definition is_zero_int (e : expression) : bool := match e with Int z => Z.eqb z 0 | _ => false end.
Definition is_one (e : expression) : bool := match e with Int z => Z.eqb z 1 | _ => false end.
Definition add (a b : expression) : expression := if is_zero_int a then b else if is_zero_int b then a else Add a b.
Definition opp (a : expression) : expression := if is_zero_int a then a else Opp a.
Definition mul (a b : expression) : expression :=
  if is_zero_int a then a else if is_zero_int b then b else if is_one a then b else if is_one b then a else Mul a b.

Lemma zero_value x a : is_zero_int a = true -> value x a = 0.
Proof. destruct a; simpl; try discriminate. intro H. apply Z.eqb_eq in H. subst z. reflexivity. Qed.
Lemma one_value x a : is_one a = true -> value x a = 1.
Proof. destruct a; simpl; try discriminate. intro H. apply Z.eqb_eq in H. subst z. reflexivity. Qed.

Lemma add_value x a b : value x (add a b) = value x a + value x b.
Proof.
  unfold add. destruct (is_zero_int a) eqn:A; [rewrite (zero_value x a A); ring | ].
  destruct (is_zero_int b) eqn:B; [rewrite (zero_value x b B); ring | reflexivity].
Qed.
Lemma opp_value x a : value x (opp a) = - value x a.
Proof. unfold opp. destruct (is_zero_int a) eqn:A; [rewrite (zero_value x a A); ring | reflexivity]. Qed.
Lemma mul_value x a b : value x (mul a b) = value x a * value x b.
Proof.
  unfold mul. destruct (is_zero_int a) eqn:A; [rewrite (zero_value x a A); ring | ].
  destruct (is_zero_int b) eqn:B; [rewrite (zero_value x b B); ring | ].
  destruct (is_one a) eqn:C; [rewrite (one_value x a C); ring | ].
  destruct (is_one b) eqn:D; [rewrite (one_value x b D); ring | reflexivity].
Qed.

Fixpoint diff (j : nat) (e : expression) : expression :=
  match e with
  | Var i => if Nat.eqb i j then Int 1 else Int 0
  | Int _ | Circle | Abs _ => Int 0
  | Add a b => add (diff j a) (diff j b)
  | Opp a => opp (diff j a)
  | Mul a b => add (mul (diff j a) b) (mul a (diff j b))
  | Inv a => opp (mul (diff j a) (Pow (Inv a) 2))
  | Pow a n => match n with O => Int 0 | S m => mul (mul (Int (Z.of_nat n)) (Pow a m)) (diff j a) end
  | Sqrt a => mul (diff j a) (Inv (Mul (Int 2) (Sqrt a)))
  | Exp a => mul (diff j a) (Exp a)
  | Ln a => mul (diff j a) (Inv a)
  | Sin a => mul (diff j a) (Cos a)
  | Cos a => opp (mul (diff j a) (Sin a))
  | Atan a => mul (diff j a) (Inv (Add (Int 1) (Pow a 2)))
  end.

(* Where it is smooth: an absolute value is nowhere taken to be. *)
Fixpoint smooth_at (x : nat -> R) (e : expression) : Prop :=
  match e with
  | Var _ | Int _ | Circle => True
  | Abs _ => False
  | Add a b | Mul a b => smooth_at x a /\ smooth_at x b
  | Opp a | Pow a _ | Exp a | Sin a | Cos a | Atan a => smooth_at x a
  | Inv a => smooth_at x a /\ value x a <> 0
  | Sqrt a | Ln a => smooth_at x a /\ 0 < value x a
  end.

Section Rules.
Variables (f g : R -> R) (x d e : R).
Hypothesis D : is_derive f x d.
Hypothesis G : is_derive g x e.
Ltac known := try (eexists; eassumption); repeat split; try (eexists; eassumption); auto.
Ltac by_parts := rewrite <- (is_derive_unique (fun t : R => f t) x d D).

Lemma product_rule : is_derive (fun t => f t * g t) x (d * g x + f x * e).
Proof. exact (is_derive_mult f g x d e D G Rmult_comm). Qed.
Lemma inverse_rule : f x <> 0 -> is_derive (fun t => / f t) x (- (d * (/ f x) ^ 2)).
Proof. intro N. by_parts. auto_derive; [known | field; exact N]. Qed.
Lemma power_rule n : is_derive (fun t => f t ^ S n) x (INR (S n) * f x ^ n * d).
Proof. replace (INR (S n) * f x ^ n * d) with (INR (S n) * d * f x ^ pred (S n)) by (cbn [pred]; ring). apply is_derive_pow. exact D. Qed.
Lemma root_rule : 0 < f x -> is_derive (fun t => sqrt (f t)) x (d * / (2 * sqrt (f x))).
Proof. intro P. by_parts. auto_derive; [known | field; apply Rgt_not_eq, sqrt_lt_R0; exact P]. Qed.
Lemma exp_rule : is_derive (fun t => exp (f t)) x (d * exp (f x)).
Proof. by_parts. auto_derive; [known | ring]. Qed.
Lemma ln_rule : 0 < f x -> is_derive (fun t => ln (f t)) x (d * / f x).
Proof. intro P. by_parts. auto_derive; [known | field; lra]. Qed.
Lemma sin_rule : is_derive (fun t => sin (f t)) x (d * cos (f x)).
Proof. by_parts. auto_derive; [known | ring]. Qed.
Lemma cos_rule : is_derive (fun t => cos (f t)) x (- (d * sin (f x))).
Proof. by_parts. auto_derive; [known | ring]. Qed.
Lemma atan_rule : is_derive (fun t => atan (f t)) x (d * / (1 + f x ^ 2)).
Proof.
  by_parts. auto_derive; [known | ]. assert (1 + f x ^ 2 <> 0) by (pose proof (pow2_ge_0 (f x)); lra). field. simpl in *. assumption.
Qed.
End Rules.

Section Derivative.
Variables (x : nat -> R) (j : nat).
Definition along_axis (e : expression) (t : R) : R := value (with_coordinate x j t) e.

Lemma along_here e : along_axis e (x j) = value x e.
Proof. apply value_ext. intro i. unfold with_coordinate. destruct (Nat.eqb_spec i j); [subst i | ]; reflexivity. Qed.

Theorem diff_correct e : smooth_at x e -> is_derive (along_axis e) (x j) (value x (diff j e)).
Proof.
  induction e; intro H; simpl in H; cbn [diff].
  - unfold along_axis. simpl. unfold with_coordinate. destruct (Nat.eqb i j); simpl; [apply @is_derive_id | apply @is_derive_const].
  - apply @is_derive_const.
  - apply @is_derive_const.
  - destruct H as [H1 H2]. rewrite add_value. apply @is_derive_plus; auto.
  - rewrite opp_value. apply @is_derive_opp; auto.
  - destruct H as [H1 H2]. rewrite add_value, !mul_value, <- (along_here e1), <- (along_here e2).
    exact (product_rule _ _ _ _ _ (IHe1 H1) (IHe2 H2)).
  - destruct H as [H N]. rewrite opp_value, mul_value. cbn [value]. rewrite <- (along_here e) in *.
    exact (inverse_rule _ _ _ (IHe H) N).
  - destruct n as [ | n]; [apply @is_derive_const | ].
    rewrite !mul_value. cbn [value]. rewrite <- INR_IZR_INZ, <- (along_here e). exact (power_rule _ _ _ (IHe H) n).
  - destruct H.
  - destruct H as [H P]. rewrite mul_value. cbn [value]. rewrite <- (along_here e) in *. exact (root_rule _ _ _ (IHe H) P).
  - rewrite mul_value. cbn [value]. rewrite <- (along_here e). exact (exp_rule _ _ _ (IHe H)).
  - destruct H as [H P]. rewrite mul_value. cbn [value]. rewrite <- (along_here e) in *. exact (ln_rule _ _ _ (IHe H) P).
  - rewrite mul_value. cbn [value]. rewrite <- (along_here e). exact (sin_rule _ _ _ (IHe H)).
  - rewrite opp_value, mul_value. cbn [value]. rewrite <- (along_here e). exact (cos_rule _ _ _ (IHe H)).
  - rewrite mul_value. cbn [value]. rewrite <- (along_here e). exact (atan_rule _ _ _ (IHe H)).
Qed.
End Derivative.

(* ---- matrices of numbers ---- *)

Lemma dot_swap n m : forall a (y : nat -> nat -> R) v,
  dot n a (fun k => dot m (y k) v) = dot m (fun j => dot n a (fun k => y k j)) v.
Proof.
  induction n; intros a y v; simpl.
  - rewrite dot_null by reflexivity. reflexivity.
  - rewrite (IHn (fun i => a (S i)) (fun k => y (S k)) v).
    rewrite (dot_comm m (fun j => _ + _) v), (dot_ext m v _ (fun j => y 0%nat j * a 0%nat + dot n (fun i => a (S i)) (fun k => y (S k) j))) by (intro; ring).
    rewrite dot_combined, (dot_comm m v (y 0%nat)), (dot_comm m v). ring.
Qed.

Lemma dot_size n : forall e v c d, (forall j, (j < n)%nat -> Rabs (e j) <= c) -> (forall j, (j < n)%nat -> Rabs (v j) <= d) ->
  Rabs (dot n e v) <= INR n * (c * d).
Proof.
  induction n; intros e v c d E V; [simpl; rewrite Rabs_R0; lra | ]. rewrite S_INR. simpl dot.
  apply Rle_trans with (1 := Rabs_triang _ _). rewrite Rabs_mult.
  pose proof (IHn (fun i => e (S i)) (fun i => v (S i)) c d (fun j J => E (S j) (lt_n_S _ _ J)) (fun j J => V (S j) (lt_n_S _ _ J))).
  assert (Rabs (e 0%nat) * Rabs (v 0%nat) <= c * d) by (apply Rmult_le_compat; try apply Rabs_pos; [apply E | apply V]; lia). lra.
Qed.

Lemma size_bounded n : forall v : nat -> R, exists d, forall i, (i < n)%nat -> Rabs (v i) <= d.
Proof.
  induction n; intro v; [exists 0; intros; lia | ]. destruct (IHn (fun i => v (S i))) as [d D].
  exists (Rmax (Rabs (v 0%nat)) d). intros [ | i] I; [apply Rmax_l | ].
  apply Rle_trans with (2 := Rmax_r _ _). apply D. lia.
Qed.

(* A matrix of which another is nearly an inverse maps nothing to zero. *)
Lemma injective_by n (y w : nat -> nat -> R) : (0 < n)%nat ->
  (forall i j, (i < n)%nat -> (j < n)%nat -> Rabs (kronecker i j - dot n (w i) (fun k => y k j)) <= / (2 * INR n)) ->
  forall v, (forall i, (i < n)%nat -> dot n (y i) v = 0) -> forall i, (i < n)%nat -> v i = 0.
Proof.
  intros N H v Z. assert (P : 0 < INR n) by (apply lt_0_INR; exact N).
  destruct (size_bounded n v) as [d D].
  assert (K : forall k i, (i < n)%nat -> Rabs (v i) <= (1 / 2) ^ k * d).
  { induction k; intros i I; [simpl; rewrite Rmult_1_l; apply D; exact I | ].
    replace (v i) with (dot n (fun j => kronecker i j - dot n (w i) (fun k => y k j)) v).
    - replace ((1 / 2) ^ S k * d) with (INR n * (/ (2 * INR n) * ((1 / 2) ^ k * d))) by (simpl; field; lra).
      apply dot_size; [intros j J; apply H; assumption | exact IHk].
    - rewrite (dot_comm n _ v), (dot_ext n v _ (fun j => kronecker i j * 1 + -1 * dot n (w i) (fun k => y k j))) by (intro; ring).
      rewrite dot_combined, dot_scaled, (dot_comm n v (kronecker i)), (dot_kronecker n i v I).
      rewrite (dot_comm n v), <- dot_swap, (dot_respects n (w i) _ (fun _ => 0) Z).
      rewrite (dot_comm n (w i)), dot_null by reflexivity. ring. }
  intros i I. apply Rabs_eq_0. apply Rle_antisym; [ | apply Rabs_pos].
  apply small_powers with (q := 1 / 2) (b := d); [lra | ]. intro k. apply K. exact I.
Qed.

(* ---- zeros ---- *)

Section Zero.
(* Digits; what boxes are over, and matrices; the unknowns, the functions, and what else they depend on. *)
Variables (p : Number.precision) (k ky : nat) (f : list expression) (fixed : list I.type).
Let m := length f.
Variables (c : list Z) (r : Z) (y w : list (list Z)).

Fixpoint smooth_shown (X : list I.type) (e : expression) : bool :=
  match e with
  | Var _ | Int _ | Circle => true
  | Abs _ => false
  | Add a b | Mul a b => smooth_shown X a && smooth_shown X b
  | Opp a | Pow a _ | Exp a | Sin a | Cos a | Atan a => smooth_shown X a
  | Inv a => smooth_shown X a && shown p X (Nonzero a)
  | Sqrt a | Ln a => smooth_shown X a && shown p X (Positive a)
  end.

Lemma smooth_correct X x e : cover X x -> smooth_shown X e = true -> smooth_at x e.
Proof.
  intro C. induction e; intro S; cbn [smooth_shown smooth_at] in *; try exact Logic.I; try discriminate; auto;
    apply andb_prop in S; destruct S as [S T]; split; auto.
  - exact (shown_correct p X x (Nonzero e) C T).
  - exact (shown_correct p X x (Positive e) C T).
  - exact (shown_correct p X x (Positive e) C T).
Qed.

Definition cube : box := map (fun z => (z, r)) c.
Definition whole (a : list (list Z)) (i j : nat) : R := ratio ky (nth j (nth i a []) 0%Z).
Definition row (a : list (list Z)) (i : nat) : list I.type := map (number p ky) (nth i a []).
Definition share : expression := Inv (Mul (Int 2) (Int (Z.of_nat m))).

(* That the rows of one times the columns of the other are the identity, but for little. *)
Definition nearly_inverse (rows columns : nat -> list I.type) : bool :=
  forallb (fun i => forallb (fun j =>
    let e := I.abs (I.sub p (I.fromZ p (if Nat.eqb i j then 1 else 0)%Z) (product p m (rows i) (columns j))) in
    not_negative (I.sub p (enclose p [] share) e)) (seq 0 m)) (seq 0 m).

Definition zero_shown : bool :=
  let B := around p k cube fixed in
  let D := map (fun j => map (fun e => enclose p B (diff j e)) f) (seq 0 m) in
  let Y := map (row y) (seq 0 m) in
  let values := map (enclose p (map (number p k) c ++ fixed)) f in
  Nat.eqb (length c) m && Nat.ltb 0 m && Z.leb 0 r && forallb (smooth_shown B) f
  && nearly_inverse (fun i => nth i Y []) (fun j => nth j D [])
  && nearly_inverse (row w) (fun j => map (fun i => number p ky (nth j (nth i y []) 0%Z)) (seq 0 m))
  && forallb (fun i => not_negative (I.sub p (I.mul p (enclose p [] (Inv (Int 2))) (number p k r)) (I.abs (product p m (nth i Y []) values)))) (seq 0 m).

Lemma has_abs X x : has X x -> has (I.abs X) (Rabs x).
Proof. intro H. exact (I.abs_correct X _ H). Qed.

Lemma has_row a i j : has (nth j (row a i) I.nai) (whole a i j).
Proof.
  unfold row, whole. destruct (Nat.lt_ge_cases j (length (nth i a []))) as [L | L].
  - rewrite (nth_mapped _ _ (number p ky) _ j 0%Z _ L). apply has_number.
  - rewrite nth_overflow by (rewrite map_length; exact L). apply has_all.
Qed.

Lemma nearly_inverse_correct rows columns a b : nearly_inverse rows columns = true ->
  (forall i j, (i < m)%nat -> (j < m)%nat -> has (nth j (rows i) I.nai) (a i j)) ->
  (forall i j, (i < m)%nat -> (j < m)%nat -> has (nth i (columns j) I.nai) (b i j)) ->
  forall i j, (i < m)%nat -> (j < m)%nat -> Rabs (kronecker i j - dot m (a i) (fun k => b k j)) <= / (2 * INR m).
Proof.
  intros N A B i j I J. unfold nearly_inverse in N. rewrite forallb_forall in N.
  specialize (N i ltac:(apply in_seq; lia)). rewrite forallb_forall in N. specialize (N j ltac:(apply in_seq; lia)). cbv zeta in N.
  assert (H : has (I.sub p (enclose p [] share) (I.abs (I.sub p (I.fromZ p (if Nat.eqb i j then 1 else 0)%Z) (product p m (rows i) (columns j)))))
    (number_of share - Rabs (kronecker i j - dot m (a i) (fun k => b k j)))).
  { apply has_sub; [apply has_number_at | ]. apply has_abs, has_sub.
    - unfold kronecker. destruct (Nat.eqb i j); [exact (I.fromZ_correct p 1) | exact (I.fromZ_correct p 0)].
    - apply product_correct; intros l L; [apply A | apply B]; assumption. }
  pose proof (not_negative_correct _ _ H N) as G. unfold number_of, share in G. cbn [value] in G.
  rewrite <- INR_IZR_INZ in G. lra.
Qed.

Definition function (z x : nat -> R) (i : nat) : R := value (joined m x z) (nth i f (Int 0)).

Theorem zero_correct z : (forall i, has (nth i fixed I.nai) (z i)) -> zero_shown = true ->
  exists x, inside k cube x /\ (forall i, (i < m)%nat -> function z x i = 0)
    /\ forall x', inside k cube x' -> (forall i, (i < m)%nat -> function z x' i = 0) -> forall i, (i < m)%nat -> x' i = x i.
Proof.
  intros HZ S. unfold zero_shown in S. cbv zeta in S. repeat (apply andb_prop in S; destruct S as [S ?]).
  rename H into S7, H0 into S6, H1 into S5, H2 into S4, H3 into S3, H4 into S2.
  apply Nat.eqb_eq in S. apply Nat.ltb_lt in S2. apply Z.leb_le in S3.
  assert (Lc : length cube = m) by (unfold cube; rewrite map_length; exact S).
  assert (Cc : forall i, (i < m)%nat -> nth i cube (0, 0)%Z = (nth i c 0%Z, r)).
  { intros i I. unfold cube. rewrite (nth_mapped _ _ (fun z => (z, r)) c i 0%Z) by lia. reflexivity. }
  assert (In : forall x, within m x (centre k cube) (ratio k r) <-> inside k cube x).
  { intro x. split; intros H i I; specialize (H i ltac:(lia)); unfold centre, radius in *; rewrite (Cc i) in * by lia; exact H. }
  assert (Cov : forall x, within m x (centre k cube) (ratio k r) -> cover (around p k cube fixed) (joined m x z)).
  { intros x W. apply cover_around.
    - intros i I. rewrite Lc in I. unfold joined. replace (Nat.ltb i m) with true by (symmetry; apply Nat.ltb_lt; exact I).
      apply (proj1 (In x) W). lia.
    - intro i. rewrite Lc. unfold joined. replace (Nat.ltb (m + i) m) with false by (symmetry; apply Nat.ltb_ge; lia).
      replace (m + i - m)%nat with i by lia. apply HZ. }
  assert (Pm : 0 < INR m) by (apply lt_0_INR; exact S2).
  assert (Dm : forall x i j, within m x (centre k cube) (ratio k r) -> (i < m)%nat -> (j < m)%nat ->
    is_derive (fun t => function z (with_coordinate x j t) i) (x j) (value (joined m x z) (diff j (nth i f (Int 0))))).
  { intros x i j W I J.
    assert (Sm : smooth_at (joined m x z) (nth i f (Int 0))).
    { apply (smooth_correct _ _ _ (Cov x W)). rewrite forallb_forall in S4. apply S4. apply nth_In. exact I. }
    pose proof (diff_correct (joined m x z) j _ Sm) as D.
    replace (joined m x z j) with (x j) in D by (unfold joined; replace (Nat.ltb j m) with true by (symmetry; apply Nat.ltb_lt; exact J); reflexivity).
    apply (is_derive_ext (along_axis (joined m x z) j (nth i f (Int 0)))); [ | exact D].
    intro t. unfold along_axis, function. apply value_ext. intro l. unfold with_coordinate, joined.
    destruct (Nat.eqb_spec l j); [subst l; replace (Nat.ltb j m) with true by (symmetry; apply Nat.ltb_lt; exact J) | ]; reflexivity. }
  assert (Yr : forall i j, (i < m)%nat -> has (nth j (nth i (map (row y) (seq 0 m)) []) I.nai) (whole y i j)).
  { intros i j I. rewrite (nth_mapped _ _ (row y) (seq 0 m) i 0%nat) by (rewrite seq_length; exact I).
    rewrite seq_nth by exact I. apply has_row. }
  destruct (exactly_one_zero_by_norm m (function z) (fun i j x => value (joined m x z) (diff j (nth i f (Int 0))))
    (whole y) (fun _ _ => / (2 * INR m)) (centre k cube) (ratio k r) (1 / 2)) as [x [X1 [X2 X3]]].
  - apply ratio_nonneg. exact S3.
  - lra.
  - intros x x' E i I. apply value_ext. intro l. unfold joined. destruct (Nat.ltb_spec l m); [apply E; assumption | reflexivity].
  - exact Dm.
  - intros x i j W I J.
    apply (nearly_inverse_correct _ _ (whole y) (fun l j => value (joined m x z) (diff j (nth l f (Int 0)))) S5); [ | | exact I | exact J].
    + intros i' j' I' J'. apply Yr. exact I'.
    + intros i' j' I' J'. rewrite (nth_mapped _ _ _ (seq 0 m) j' 0%nat) by (rewrite seq_length; exact J'). rewrite seq_nth by exact J'.
      rewrite (nth_mapped _ _ _ f i' (Int 0)) by exact I'. apply enclosed. apply Cov. exact W.
  - intros i I. apply Rle_trans with (Rabs (dot m (fun _ => / (2 * INR m)) (fun _ => 1))); [apply Rle_abs | ].
    apply Rle_trans with (INR m * (/ (2 * INR m) * 1)); [ | apply Req_le; field; lra].
    apply dot_size; intros; rewrite Rabs_pos_eq; try lra. apply Rlt_le, Rinv_0_lt_compat; lra.
  - intros i I. rewrite forallb_forall in S7. specialize (S7 i ltac:(apply in_seq; lia)).
    assert (H : has (I.sub p (I.mul p (enclose p [] (Inv (Int 2))) (number p k r)) (I.abs (product p m (nth i (map (row y) (seq 0 m)) []) (map (enclose p (map (number p k) c ++ fixed)) f))))
      (number_of (Inv (Int 2)) * ratio k r - Rabs (dot m (whole y i) (function z (centre k cube))))).
    { apply has_sub; [apply has_mul; [apply has_number_at | apply has_number] | ]. apply has_abs.
      apply product_correct; intros j J; [apply Yr; exact I | ].
      rewrite (nth_mapped _ _ _ f j (Int 0)) by exact J. apply enclosed.
      apply (cover_app Z (number p k) c 0%Z).
      - intros l L. unfold joined. replace (Nat.ltb l m) with true by (symmetry; apply Nat.ltb_lt; lia).
        unfold centre. rewrite Cc by lia. apply has_number.
      - intro l. unfold joined. replace (Nat.ltb (length c + l) m) with false by (symmetry; apply Nat.ltb_ge; lia).
        replace (length c + l - m)%nat with l by lia. apply HZ. }
    pose proof (not_negative_correct _ _ H S7) as G. unfold number_of in G. cbn [value] in G. lra.
  - apply (injective_by m (whole y) (whole w) S2).
    apply (nearly_inverse_correct _ _ (whole w) (whole y) S6).
    + intros i j I J. apply has_row.
    + intros i j I J. rewrite (nth_mapped _ _ _ (seq 0 m) i 0%nat) by (rewrite seq_length; exact I). rewrite seq_nth by exact I. apply has_number.
  - exists x. split; [apply In; exact X1 | split; [exact X2 | ]].
    intros x' X' F i I. apply X3; [apply In; exact X' | exact F | exact I].
Qed.
End Zero.

(* ---- an eigenvalue that is not below the others ---- *)

Lemma dot_matrix n a x y : (forall i j, a i j = a j i) -> dot n x (fun i => dot n (a i) y) = dot n y (fun i => dot n (a i) x).
Proof.
  intro E. rewrite dot_swap, dot_comm. apply dot_ext. intro i. rewrite dot_comm, (dot_comm n (a i) x).
  rewrite (dot_comm n _ x). apply dot_ext. intro k. apply E.
Qed.

Theorem is_the_sharpness n a low high s u : (forall i j, a i j = a j i) -> simple_sharpness n a low high ->
  dot n u u = 1 -> (forall i, (i < n)%nat -> dot n (a i) u = s * u i) -> low <= s -> is_sharpness n a s.
Proof.
  intros E T One Eigen L. destruct T as [A [B C]].
  destruct (sharpness_exists n a low high A B) as [r [R [I _]]].
  destruct (sharpness_attained n a r E R) as [x [X F]].
  destruct (Req_dec s r) as [Q | Q]; [rewrite Q; exact R | exfalso].
  assert (O : dot n u x = 0).
  { pose proof (dot_matrix n a u x E) as M.
    rewrite (dot_respects n u _ (fun i => r * x i) F), (dot_respects n x _ (fun i => s * u i) Eigen), !dot_scaled, (dot_comm n x u) in M.
    assert (P : (r - s) * dot n u x = 0) by lra. apply Rmult_integral in P. destruct P; [exfalso; lra | assumption]. }
  destruct C as [p H].
  assert (S : exists b c, 0 < b ^ 2 + c ^ 2 /\ b * dot n p u + c * dot n p x = 0).
  { destruct (Req_dec (dot n p u) 0) as [Z | Z].
    - exists 1, 0. rewrite Z. split; [lra | ring].
    - exists (dot n p x), (- dot n p u). split; [ | ring].
      assert (0 < (- dot n p u) ^ 2) by (rewrite <- Rsqr_pow2; apply Rsqr_pos_lt; lra).
      pose proof (pow2_ge_0 (dot n p x)). lra. }
  destruct S as [b [c [N K]]]. rewrite <- dot_span in K. specialize (H _ K). set (z := fun i => b * u i + c * x i) in *.
  assert (Nz : dot n z z = b ^ 2 + c ^ 2).
  { unfold z. rewrite dot_span, (dot_comm n _ u), (dot_comm n _ x), !dot_span, (dot_comm n x u), O, One, X. ring. }
  assert (Fz : form n a z = b ^ 2 * s + c ^ 2 * r).
  { unfold form. rewrite (dot_respects n z _ (fun i => (b * s) * u i + (c * r) * x i)).
    - rewrite dot_span, (dot_comm n z u), (dot_comm n z x). unfold z. rewrite !dot_span, (dot_comm n x u), O, One, X. ring.
    - intros i Ii. unfold z. rewrite dot_span, (Eigen i Ii), (F i Ii). ring. }
  rewrite Nz, Fz in H. specialize (H N).
  assert (low * b ^ 2 <= s * b ^ 2) by (apply Rmult_le_compat_r; [apply pow2_ge_0 | exact L]).
  assert (low * c ^ 2 <= r * c ^ 2) by (apply Rmult_le_compat_r; [apply pow2_ge_0 | lra]). lra.
Qed.
