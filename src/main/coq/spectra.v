(* The largest eigenvalue of a symmetric matrix of expressions between two numbers, and all others below the first of these:
   proved once, so that a file has Coq compute with intervals, and no more. *)
From Coq Require Import Reals Lra Lia ZArith List Bool.
From Coquelicot Require Import Coquelicot.
Require Import selfstab enclosures.
Import ListNotations.
Open Scope R_scope.

(* ---- what is claimed ---- *)

(* The least upper bound of the form on unit vectors. *)
Definition is_sharpness (n : nat) (a : nat -> nat -> R) (s : R) : Prop :=
  is_lub (fun r => exists x, dot n x x = 1 /\ r = form n a x) s.

(* It is between two numbers, and the second eigenvalue is below the first of these (Courant and Fischer). *)
Definition simple_sharpness (n : nat) (a : nat -> nat -> R) (low high : R) : Prop :=
  largest_above n a low /\ largest_below n a high /\ second_below n a low.

Lemma dot_scaled n : forall x y c, dot n x (fun i => c * y i) = c * dot n x y.
Proof. induction n; intros; simpl; [ring | rewrite IHn; ring]. Qed.

Lemma dot_twice n x c : dot n (fun i => c * x i) (fun i => c * x i) = c ^ 2 * dot n x x.
Proof. rewrite dot_scaled, dot_comm, dot_scaled. ring. Qed.

Lemma form_scaled n a x c : form n a (fun i => c * x i) = c ^ 2 * form n a x.
Proof.
  unfold form. rewrite (dot_ext n _ _ (fun i => c * dot n (a i) x)) by (intro; apply dot_scaled).
  rewrite dot_scaled, dot_comm, dot_scaled, (dot_comm n _ x). ring.
Qed.

(* A vector of length one along another. *)
Lemma unit_along n x : 0 < dot n x x ->
  let c := / sqrt (dot n x x) in c ^ 2 * dot n x x = 1.
Proof.
  intros P c. unfold c. rewrite pow_inv, <- Rsqr_pow2, Rsqr_sqrt by lra. field. lra.
Qed.

Theorem sharpness_exists n a low high : largest_above n a low -> largest_below n a high ->
  exists s, is_sharpness n a s /\ low < s <= high.
Proof.
  intros [v V] B. pose proof (not_zero _ _ _ _ V) as P. pose proof (unit_along n v P) as U. cbv zeta in U.
  set (c := / sqrt (dot n v v)) in *.
  assert (A : exists x, dot n x x = 1 /\ low < form n a x).
  { exists (fun i => c * v i). rewrite dot_twice, form_scaled. split; [exact U | ].
    assert (0 < c ^ 2) by (apply pow_lt, Rinv_0_lt_compat, sqrt_lt_R0; exact P).
    assert (G : c ^ 2 * (low * dot n v v) < c ^ 2 * form n a v) by (apply Rmult_lt_compat_l; assumption).
    replace (c ^ 2 * (low * dot n v v)) with (low * (c ^ 2 * dot n v v)) in G by ring. rewrite U in G. lra. }
  destruct A as [x [X F]].
  assert (Top : is_upper_bound (fun r => exists x, dot n x x = 1 /\ r = form n a x) high).
  { intros r [y [Y E]]. subst r. pose proof (B y ltac:(lra)) as G. rewrite Y in G. lra. }
  destruct (completeness (fun r => exists x, dot n x x = 1 /\ r = form n a x)) as [s S].
  - exists high. exact Top.
  - exists (form n a x), x. split; [exact X | reflexivity].
  - exists s. split; [exact S | ]. destruct S as [S1 S2]. split; [ | apply S2; exact Top].
    apply Rlt_le_trans with (1 := F). apply S1. exists x. split; [exact X | reflexivity].
Qed.

Theorem sharpness_between n a low high s : simple_sharpness n a low high -> is_sharpness n a s -> low < s <= high.
Proof.
  intros [A [B _]] S. destruct (sharpness_exists n a low high A B) as [r [R I]].
  rewrite (is_lub_u _ _ _ S R). exact I.
Qed.

(* Of two eigenvectors that are orthogonal one has an eigenvalue below. *)
Theorem others_below n a low high x y r s : simple_sharpness n a low high ->
  0 < dot n x x -> 0 < dot n y y -> dot n x y = 0 ->
  (forall i, dot n (a i) x = r * x i) -> (forall i, dot n (a i) y = s * y i) -> low <= r -> s < low.
Proof.
  intros [_ [_ [p H]]] X Y O EX EY R. destruct (Rlt_le_dec s low) as [L | L]; [exact L | exfalso].
  assert (C : exists b c, 0 < b ^ 2 + c ^ 2 /\ b * dot n p x + c * dot n p y = 0).
  { destruct (Req_dec (dot n p x) 0) as [Z | Z].
    - exists 1, 0. rewrite Z. split; [lra | ring].
    - exists (dot n p y), (- dot n p x). split; [ | ring].
      assert (0 < (- dot n p x) ^ 2) by (rewrite <- Rsqr_pow2; apply Rsqr_pos_lt; lra).
      pose proof (pow2_ge_0 (dot n p y)). lra. }
  destruct C as [b [c [P Q]]]. rewrite <- dot_span in Q. specialize (H _ Q).
  set (z := fun i => b * x i + c * y i) in *.
  assert (N : dot n z z = b ^ 2 * dot n x x + c ^ 2 * dot n y y).
  { unfold z. rewrite dot_span, (dot_comm n _ x), (dot_comm n _ y), !dot_span, (dot_comm n y x), O. ring. }
  assert (F : form n a z = b ^ 2 * r * dot n x x + c ^ 2 * s * dot n y y).
  { unfold form. rewrite (dot_ext n z _ (fun i => (b * r) * x i + (c * s) * y i)).
    - rewrite dot_span, (dot_comm n z x), (dot_comm n z y). unfold z. rewrite !dot_span, (dot_comm n y x), O. ring.
    - intro i. unfold z. rewrite dot_span, EX, EY. ring. }
  pose proof (pow2_ge_0 b) as Sb. pose proof (pow2_ge_0 c) as Sc.
  assert (Bx : 0 <= b ^ 2 * dot n x x) by (apply Rmult_le_pos; lra).
  assert (By : 0 <= c ^ 2 * dot n y y) by (apply Rmult_le_pos; lra).
  assert (low * (b ^ 2 * dot n x x) <= r * (b ^ 2 * dot n x x)) by (apply Rmult_le_compat_r; lra).
  assert (low * (c ^ 2 * dot n y y) <= s * (c ^ 2 * dot n y y)) by (apply Rmult_le_compat_r; lra).
  assert (0 < dot n z z).
  { rewrite N. destruct (Rlt_le_dec 0 (b ^ 2)) as [G | G].
    - assert (0 < b ^ 2 * dot n x x) by (apply Rmult_lt_0_compat; lra). lra.
    - assert (0 < c ^ 2 * dot n y y) by (apply Rmult_lt_0_compat; lra). lra. }
  rewrite N, F in *. lra.
Qed.

(* ---- upper triangles, row by row from the diagonal ---- *)

Section Triangles.
Variable p : Number.precision.

Definition triangle_has (n : nat) (A : list (list I.type)) (a : nat -> nat -> R) : Prop :=
  forall i j, (i + j < n)%nat -> has (nth j (nth i A []) I.nai) (a i (i + j)%nat).

Fixpoint both {A B C : Type} (f : A -> B -> C) (l : list A) (m : list B) : list C :=
  match l, m with a :: l, b :: m => f a b :: both f l m | _, _ => [] end.

Lemma nth_both f x y v : forall j (l m : list I.type), (forall X Y, has X x -> has Y y -> has (f X Y) v) ->
  has (nth j l I.nai) x -> has (nth j m I.nai) y -> has (nth j (both f l m) I.nai) v.
Proof.
  induction j; intros [ | X l] [ | Y m] F A B; simpl; try apply has_all; [exact (F _ _ A B) | exact (IHj l m F A B)].
Qed.

(* What is left of a matrix with the first pivot q behind the rest of its row. *)
Fixpoint eliminated (q : I.type) (row : list I.type) (rows : list (list I.type)) : list (list I.type) :=
  match row, rows with
  | b :: row', r :: rows =>
      let f := I.mul p b (I.inv p q) in both (fun c d => I.sub p c (I.mul p f d)) r row :: eliminated q row' rows
  | _, _ => []
  end.

Fixpoint positive_pivots (A : list (list I.type)) (n : nat) : bool :=
  match n, A with
  | O, _ => true
  | S n, (q :: row) :: rows => positive q && positive_pivots (eliminated q row rows) n
  | _, _ => false
  end.

Lemma nth_eliminated q row a00 (r : nat -> R) : has q a00 -> forall i j rows v,
  (forall k, (k <= i + j)%nat -> has (nth k row I.nai) (r k)) -> has (nth j (nth i rows []) I.nai) v ->
  has (nth j (nth i (eliminated q row rows) []) I.nai) (v - r i * r (i + j)%nat / a00).
Proof.
  intros Q i. revert row r. induction i; intros row r j rows v R V.
  - destruct row as [ | b row]; [destruct j; apply has_all | ].
    destruct rows as [ | l rows]; [destruct j; apply has_all | ]. simpl in V. cbn [eliminated nth].
    apply (nth_both _ v (r j)); [ | exact V | exact (R j ltac:(lia))].
    intros X Y HX HY. replace (v - r 0%nat * r (0 + j)%nat / a00) with (v - r 0%nat * / a00 * r j) by (simpl; unfold Rdiv; ring).
    apply has_sub; [exact HX | ]. apply has_mul; [ | exact HY]. apply has_mul; [exact (R 0%nat ltac:(lia)) | apply has_inv; exact Q].
  - destruct row as [ | b row]; [destruct j; apply has_all | ].
    destruct rows as [ | l rows]; [destruct j; apply has_all | ]. simpl in V. cbn [eliminated nth].
    apply (IHi row (fun k => r (S k)) j rows v); [ | exact V].
    intros k K. exact (R (S k) ltac:(lia)).
Qed.

Theorem pivots_shown n : forall A a, (forall i j, a i j = a j i) ->
  triangle_has n A a -> positive_pivots A n = true -> pivots n a.
Proof.
  induction n; intros A a E H S; [exact Logic.I | ].
  destruct A as [ | [ | q row] rows]; simpl in S; try discriminate.
  apply andb_prop in S. destruct S as [P S].
  assert (Q : has q (a 0%nat 0%nat)) by exact (H 0%nat 0%nat ltac:(lia)).
  split; [exact (positive_correct _ _ Q P) | ].
  apply (IHn (eliminated q row rows)); [ | | exact S].
  - intros i j. unfold schur, Rdiv. rewrite (E (Datatypes.S i)). ring.
  - intros i j I. unfold schur.
    apply (nth_eliminated q row (a 0%nat 0%nat) (fun k => a 0%nat (Datatypes.S k)) Q).
    + intros k K. exact (H 0%nat (Datatypes.S k) ltac:(lia)).
    + exact (H (Datatypes.S i) j ltac:(lia)).
Qed.

(* ---- c I - A, and c I - A + k v v^T ---- *)

Definition below_row (c : I.type) (row : list I.type) : list I.type :=
  match row with a :: row => I.sub p c a :: map I.neg row | [] => [] end.

Definition below (c : R) (a : nat -> nat -> R) (i j : nat) : R := c * kronecker i j - a i j.

Lemma triangle_below n A a C c : has C c -> triangle_has n A a -> triangle_has n (map (below_row C) A) (below c a).
Proof.
  intros HC H i j L. specialize (H i j L).
  change (@nil I.type) with (below_row C []). rewrite map_nth. unfold below, kronecker.
  destruct (nth i A []) as [ | b row]; [destruct j; apply has_all | ].
  destruct j.
  - simpl in *. rewrite Nat.add_0_r in *. rewrite Nat.eqb_refl. rewrite Rmult_1_r. apply has_sub; assumption.
  - replace (Nat.eqb i (i + S j)) with false by (symmetry; apply Nat.eqb_neq; lia).
    simpl in *. rewrite Rmult_0_r, Rminus_0_l.
    destruct (Nat.lt_ge_cases j (length row)) as [M | M].
    + rewrite (nth_mapped _ _ I.neg row j I.nai _ M). exact (I.neg_correct _ _ H).
    + rewrite nth_overflow by (rewrite map_length; exact M). apply has_all.
Qed.

Fixpoint outer (k : I.type) (v : list I.type) : list (list I.type) :=
  match v with b :: w => map (I.mul p (I.mul p k b)) v :: outer k w | [] => [] end.

Lemma triangle_outer k K : has K k -> forall i j V v, (forall m, (m <= i + j)%nat -> has (nth m V I.nai) (v m)) ->
  has (nth j (nth i (outer K V) []) I.nai) (k * v i * v (i + j)%nat).
Proof.
  intros HK. induction i; intros j V v H.
  - destruct V as [ | b w]; [destruct j; apply has_all | ]. cbn [outer nth].
    destruct (Nat.lt_ge_cases j (length (b :: w))) as [M | M].
    + rewrite (nth_mapped _ _ (I.mul p (I.mul p K b)) (b :: w) j I.nai _ M). simpl Nat.add.
      apply has_mul; [apply has_mul; [exact HK | exact (H 0%nat ltac:(lia))] | exact (H j ltac:(lia))].
    + rewrite nth_overflow by (rewrite map_length; exact M). apply has_all.
  - destruct V as [ | b w]; [destruct j; apply has_all | ]. cbn [outer nth].
    apply (IHi j w (fun m => v (S m))). intros m M. exact (H (S m) ltac:(lia)).
Qed.

Definition added (A B : list (list I.type)) : list (list I.type) := both (both (I.add p)) A B.

Lemma nth_added i j x y : forall A B, has (nth j (nth i A []) I.nai) x -> has (nth j (nth i B []) I.nai) y ->
  has (nth j (nth i (added A B) []) I.nai) (x + y).
Proof.
  induction i; intros [ | r A] [ | s B] X Y; simpl; try (destruct j; apply has_all); [ | exact (IHi A B X Y)].
  apply (nth_both _ x y); [ | exact X | exact Y]. intros; apply has_add; assumption.
Qed.

(* ---- forms ---- *)

Fixpoint product (n : nat) (l m : list I.type) : I.type :=
  match n with
  | O => I.fromZ p 0
  | S n => I.add p (I.mul p (hd I.nai l) (hd I.nai m)) (product n (tl l) (tl m))
  end.

Fixpoint quadratic (n : nat) (A : list (list I.type)) (v : list I.type) : I.type :=
  match n with
  | O => I.fromZ p 0
  | S n =>
      let row := hd [] A in let b := hd I.nai v in
      I.add p (I.mul p (hd I.nai row) (I.mul p b b))
        (I.add p (I.mul p (I.mul p (I.fromZ p 2) b) (product n (tl row) (tl v))) (quadratic n (tl A) (tl v)))
  end.

Lemma product_correct n : forall l m x y, (forall j, (j < n)%nat -> has (nth j l I.nai) (x j)) ->
  (forall j, (j < n)%nat -> has (nth j m I.nai) (y j)) -> has (product n l m) (dot n x y).
Proof.
  induction n; intros l m x y X Y; [apply I.fromZ_correct | ]. simpl. apply has_add.
  - apply has_mul; [destruct l; exact (X 0%nat ltac:(lia)) | destruct m; exact (Y 0%nat ltac:(lia))].
  - apply (IHn (tl l) (tl m) (fun j => x (S j)) (fun j => y (S j))); intros j J.
    + specialize (X (S j) ltac:(lia)). destruct l; [destruct j; apply has_all | exact X].
    + specialize (Y (S j) ltac:(lia)). destruct m; [destruct j; apply has_all | exact Y].
Qed.

Lemma form_first m a x : (forall i j, a i j = a j i) ->
  form (S m) a x = a 0%nat 0%nat * (x 0%nat * x 0%nat)
    + (2 * x 0%nat * dot m (fun j => a 0%nat (S j)) (fun j => x (S j)) + form m (fun i j => a (S i) (S j)) (fun j => x (S j))).
Proof.
  intro E. unfold form. simpl. set (y := fun i => x (S i)).
  rewrite (dot_ext m y _ (fun i => a 0%nat (S i) * x 0%nat + dot m (fun j => a (S i) (S j)) y))
    by (intro i; rewrite (E (S i) 0%nat); reflexivity).
  rewrite dot_combined, (dot_comm m y (fun i => a 0%nat (S i))). fold y. ring.
Qed.

Lemma quadratic_correct n : forall A V a v, (forall i j, a i j = a j i) -> triangle_has n A a ->
  (forall j, (j < n)%nat -> has (nth j V I.nai) (v j)) -> has (quadratic n A V) (form n a v).
Proof.
  induction n; intros A V a v E H W; [apply I.fromZ_correct | ]. rewrite form_first by exact E. cbn [quadratic].
  assert (B : has (hd I.nai V) (v 0%nat)) by (destruct V; exact (W 0%nat ltac:(lia))).
  assert (W' : forall j, (j < n)%nat -> has (nth j (tl V) I.nai) (v (S j))).
  { intros j J. specialize (W (S j) ltac:(lia)). destruct V; [destruct j; apply has_all | exact W]. }
  assert (R : forall j, (j <= n)%nat -> has (nth j (hd [] A) I.nai) (a 0%nat j)).
  { intros j J. specialize (H 0%nat j ltac:(lia)). destruct A; [destruct j; apply has_all | exact H]. }
  apply has_add; [ | apply has_add].
  - apply has_mul; [ | apply has_mul; exact B]. specialize (R 0%nat ltac:(lia)). destruct (hd [] A); exact R.
  - apply has_mul; [apply has_mul; [apply I.fromZ_correct | exact B] | ].
    apply (product_correct n _ _ (fun j => a 0%nat (S j)) (fun j => v (S j))); [ | exact W'].
    intros j J. specialize (R (S j) ltac:(lia)). destruct (hd [] A); [destruct j; apply has_all | exact R].
  - apply (IHn (tl A) (tl V) (fun i j => a (S i) (S j)) (fun j => v (S j))); [intros; apply E | | exact W'].
    intros i j J. specialize (H (S i) j ltac:(lia)). destruct A; [destruct i, j; apply has_all | exact H].
Qed.
End Triangles.

Lemma dot_null n : forall y x, (forall j, y j = 0) -> dot n y x = 0.
Proof.
  induction n; intros y x Y; simpl; [reflexivity | ].
  rewrite Y, (IHn (fun j => y (S j))) by (intro; apply Y). ring.
Qed.

Lemma dot_kronecker n : forall i x, (i < n)%nat -> dot n (kronecker i) x = x i.
Proof.
  induction n; intros i x L; [lia | ]. simpl. destruct i.
  - rewrite (dot_null n (fun j => kronecker 0 (S j))) by reflexivity. unfold kronecker. simpl. ring.
  - change (fun j => kronecker (S i) (S j)) with (kronecker i). rewrite (IHn i (fun j => x (S j))) by lia.
    unfold kronecker. simpl. ring.
Qed.

Lemma dot_below n c a i x : (i < n)%nat -> dot n (below c a i) x = c * x i - dot n (a i) x.
Proof.
  intro I. unfold below.
  rewrite (dot_comm n _ x), (dot_ext n x _ (fun j => kronecker i j * c + (-1) * a i j)) by (intro; ring).
  rewrite dot_combined, dot_scaled, (dot_comm n x (kronecker i)), (dot_kronecker n i x I), (dot_comm n x (a i)). ring.
Qed.

Lemma form_below n c a x : form n (below c a) x = c * dot n x x - form n a x.
Proof.
  unfold form. rewrite (dot_respects n x _ (fun i => x i * c + (-1) * dot n (a i) x)).
  - rewrite dot_combined, dot_scaled. ring.
  - intros i I. rewrite (dot_below n c a i x I). ring.
Qed.

Lemma form_outer n b k v x :
  form n (fun i j => b i j + k * v i * v j) x = form n b x + k * dot n v x ^ 2.
Proof.
  unfold form. rewrite (dot_ext n x _ (fun i => v i * (k * dot n v x) + dot n (b i) x)).
  - rewrite dot_combined, (dot_comm n x v). ring.
  - intro i. rewrite (dot_comm n _ x), (dot_ext n x _ (fun j => v j * (k * v i) + b i j)) by (intro; ring).
    rewrite dot_combined, (dot_comm n x v), (dot_comm n x (b i)). ring.
Qed.

(* ---- claims at the points of a box, and of boxes ---- *)

(* Bounds of the largest eigenvalue, a vector that is about its eigenvector, and what pushes that below. *)
Record top : Set := Top { low : expression; high : expression; axis : list Z; weight : expression }.

Definition number_of (e : expression) : R := value (fun _ => 0) e.

(* A vector that pushes the largest eigenvalue below a number: so is the form of all that is orthogonal to it. *)
Lemma pushed_below p n a A V v e w : (forall i j, a i j = a j i) -> triangle_has n A a -> (forall j, has (nth j V I.nai) (v j)) ->
  positive_pivots p (added p (map (below_row p (enclose p [] e)) A) (outer p (enclose p [] w) V)) n = true ->
  forall x, dot n v x = 0 -> 0 < dot n x x -> form n a x < number_of e * dot n x x.
Proof.
  intros E HA HV S x O P.
  assert (Num : forall e, has (enclose p [] e) (number_of e)) by (intro; apply enclosed; apply nothing_covers).
  assert (EB : forall i j, below (number_of e) a i j = below (number_of e) a j i)
    by (intros; unfold below, kronecker; rewrite (E i j), Nat.eqb_sym; reflexivity).
  pose proof (positive_definite n (fun i j => below (number_of e) a i j + number_of w * v i * v j) x) as D.
  rewrite form_outer, form_below, O in D.
  assert (0 < number_of e * dot n x x - form n a x + number_of w * 0 ^ 2); [apply D | lra].
  - intros i j. rewrite EB. ring.
  - apply (pivots_shown p n (added p (map (below_row p (enclose p [] e)) A) (outer p (enclose p [] w) V)));
      [intros i j; rewrite EB; ring | | exact S].
    intros i j L. apply nth_added; [exact (triangle_below p n A a _ _ (Num e) HA i j L) | ].
    apply triangle_outer; [apply Num | intros; apply HV].
  - exact P.
Qed.

Section Sharpness.
(* The upper triangle of the matrix M row by row. *)
Variables (p : Number.precision) (k n : nat) (entries : list (list expression)) (M : (nat -> R) -> nat -> nat -> R).
Hypothesis Symmetric : forall x i j, M x i j = M x j i.
Hypothesis Same : forall x i j, (i + j < n)%nat -> M x i (i + j)%nat = value x (nth j (nth i entries []) (Int 0)).

Definition top_shown (X : list I.type) (c : top) : bool :=
  let A := map (map (enclose p X)) entries in
  let V := map (I.fromZ p) (axis c) in
  let B := map (below_row p (enclose p [] (low c))) A in
  positive (I.neg (quadratic p n B V))
  && positive_pivots p (map (below_row p (enclose p [] (high c))) A) n
  && positive_pivots p (added p B (outer p (enclose p [] (weight c)) V)) n.

Lemma triangle_enclosed X x : cover X x -> triangle_has n (map (map (enclose p X)) entries) (M x).
Proof.
  intros C i j L. rewrite (Same x i j L). change (@nil I.type) with (map (enclose p X) []). rewrite map_nth.
  destruct (Nat.lt_ge_cases j (length (nth i entries []))) as [W | W].
  - rewrite (nth_mapped _ _ (enclose p X) _ j (Int 0) _ W). apply enclosed. exact C.
  - rewrite nth_overflow by (rewrite map_length; exact W). apply has_all.
Qed.

Theorem top_correct X x c : cover X x -> top_shown X c = true ->
  simple_sharpness n (M x) (number_of (low c)) (number_of (high c)).
Proof.
  intros C S. unfold top_shown in S. cbv zeta in S.
  set (A := map (map (enclose p X)) entries) in *. set (V := map (I.fromZ p) (axis c)) in *.
  apply andb_prop in S. destruct S as [S S3]. apply andb_prop in S. destruct S as [S1 S2].
  pose proof (triangle_enclosed X x C) as HA. fold A in HA.
  assert (Num : forall e, has (enclose p [] e) (number_of e)) by (intro e; apply enclosed; apply nothing_covers).
  set (v := fun i => IZR (nth i (axis c) 0%Z)).
  assert (HV : forall j, has (nth j V I.nai) (v j)).
  { intro j. unfold V, v. destruct (Nat.lt_ge_cases j (length (axis c))) as [W | W].
    - rewrite (nth_mapped _ _ (I.fromZ p) _ j 0%Z _ W). apply I.fromZ_correct.
    - rewrite nth_overflow by (rewrite map_length; exact W). apply has_all. }
  assert (HB : forall e, triangle_has n (map (below_row p (enclose p [] e)) A) (below (number_of e) (M x)))
    by (intro e; apply triangle_below; [apply Num | exact HA]).
  assert (EB : forall e i j, below (number_of e) (M x) i j = below (number_of e) (M x) j i)
    by (intros; unfold below, kronecker; rewrite (Symmetric x i j), Nat.eqb_sym; reflexivity).
  split; [ | split].
  - exists v. pose proof (quadratic_correct p n _ V _ v (EB (low c)) (HB (low c)) (fun j _ => HV j)) as Q.
    pose proof (positive_correct _ _ (I.neg_correct _ _ Q) S1) as P. simpl in P. rewrite form_below in P. lra.
  - apply (largest_below_by n (M x) _ (below (number_of (high c)) (M x)) (EB (high c))).
    + exact (pivots_shown p n _ _ (EB (high c)) (HB (high c)) S2).
    + intro y. apply form_below.
  - exists v. exact (pushed_below p n (M x) A V v (low c) (weight c) (Symmetric x) HA HV S3).
Qed.

Fixpoint tops_shown (bs : list box) (cs : list (option top)) : bool :=
  match cs, bs with
  | [], _ => true
  | None :: cs, _ :: bs => tops_shown bs cs
  | Some c :: cs, b :: bs => top_shown (around p k b []) c && tops_shown bs cs
  | _, [] => false
  end.

Variable x : Z -> nat -> R.

Fixpoint all_tops (t : Z) (cs : list (option top)) : Prop :=
  match cs with
  | [] => True
  | None :: cs => all_tops (t + 1) cs
  | [Some c] => simple_sharpness n (M (x t)) (number_of (low c)) (number_of (high c))
  | Some c :: cs => simple_sharpness n (M (x t)) (number_of (low c)) (number_of (high c)) /\ all_tops (t + 1) cs
  end.

Theorem tops_hold cs : forall bs t, runs k t bs x -> tops_shown bs cs = true -> all_tops t cs.
Proof.
  induction cs as [ | [c | ] cs IH]; intros bs t R S; [exact Logic.I | | ];
    (destruct bs as [ | b bs]; [discriminate | ]); destruct R as [X R]; simpl in S.
  - apply andb_prop in S. destruct S as [S U].
    pose proof (top_correct _ (x t) c (cover_around p k b [] (x t) X (nothing_fixed _ _)) S) as H.
    specialize (IH bs (t + 1)%Z R U). destruct cs; [exact H | exact (conj H IH)].
  - exact (IH bs (t + 1)%Z R S).
Qed.
End Sharpness.
